package dev.ramify.core.engine.graph;

import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.graph.Parameter.Piece;
import dev.ramify.core.engine.graph.Parameter.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Normalizations by running statistics that are to be computed into the weights and biases of the
 * layers before them.
 *
 * @param layers paths of the layers with weights
 * @param normalizations paths of the normalizations, one for each layer
 * @param epsilon added to the variances
 */
public record Fold(List<String> layers, List<String> normalizations, double epsilon) {

    public Fold {
        layers = List.copyOf(layers);
        normalizations = List.copyOf(normalizations);
    }

    /** Tell whether every layer has all its channels in a normalization of its own. */
    static boolean fits(Parameter weight, Normalize normalize) {
        List<Piece> layers = weight.pieces();
        List<Piece> normalizations = normalize.scale().pieces();
        return layers.size() == normalizations.size()
                && IntStream.range(0, layers.size())
                        .allMatch(
                                i ->
                                        layers.get(i).dimension() == 0
                                                && layers.get(i).shape().size(0)
                                                        == normalizations.get(i).shape().size(0));
    }

    static Fold of(Parameter weight, Normalize normalize) {
        return new Fold(
                weight.pieces().stream().map(Piece::layer).toList(),
                normalize.scale().pieces().stream().map(Piece::layer).toList(),
                normalize.epsilon());
    }

    /**
     * Return the bias of the layers, which there is after folding even if there was none before.
     */
    static Parameter bias(@Nullable Parameter old, Normalize normalize, Parameter weight) {
        if (old != null) {
            return old;
        }
        List<Piece> pieces =
                weight.pieces().stream()
                        .map(
                                piece ->
                                        new Piece(
                                                piece.layer(),
                                                Dimensions.of(piece.shape().size(0)),
                                                0,
                                                piece.offset()))
                        .toList();
        return new Parameter(normalize.shift().id(), Role.BIAS, normalize.shift().shape(), pieces);
    }
}
