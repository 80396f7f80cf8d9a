package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Layer;
import dev.ramify.core.engine.graph.Operations.Placed;
import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.graph.Parameter.Piece;
import dev.ramify.core.engine.graph.Parameter.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the parameters of a graph, joined from those of single layers. */
final class Parameters {

    private int count;

    /** Join weights {@code [filters, inputs / groups, height, width]}. */
    Parameter convolution(List<Placed<Convolution>> layers, int inputs, int groups, int joined) {
        int share = joined == 0 ? groups : layers.size();
        return join(
                Role.WEIGHT,
                layers.stream().map(Placed::path).toList(),
                layers.stream()
                        .map(Placed::layer)
                        .map(
                                layer ->
                                        Dimensions.of(
                                                layer.filters(),
                                                inputs / share,
                                                layer.window().size().height(),
                                                layer.window().size().width()))
                        .toList(),
                joined);
    }

    @Nullable Parameter convolutionBias(List<Placed<Convolution>> layers) {
        return bias(layers, Convolution::bias, Convolution::filters);
    }

    /** Join weights {@code [units, inputs / groups]}. */
    Parameter dense(List<Placed<Dense>> layers, int inputs, int groups, int joined) {
        int share = joined == 0 ? groups : layers.size();
        return join(
                Role.WEIGHT,
                layers.stream().map(Placed::path).toList(),
                layers.stream()
                        .map(each -> Dimensions.of(each.layer().units(), inputs / share))
                        .toList(),
                joined);
    }

    @Nullable Parameter denseBias(List<Placed<Dense>> layers) {
        return bias(layers, Dense::bias, Dense::units);
    }

    /** Join the biases of those layers that have one. */
    private <L extends Layer> @Nullable Parameter bias(
            List<Placed<L>> layers, Function<L, Boolean> has, Function<L, Integer> units) {
        List<Placed<L>> with = layers.stream().filter(each -> has.apply(each.layer())).toList();
        return with.isEmpty()
                ? null
                : perChannel(
                        Role.BIAS,
                        with.stream().map(Placed::path).toList(),
                        with.stream().map(each -> units.apply(each.layer())).toList());
    }

    /** Join arrays of one value per channel. */
    Parameter perChannel(Role role, List<String> paths, List<Integer> channels) {
        return join(role, paths, channels.stream().map(each -> Dimensions.of(each)).toList(), 0);
    }

    private Parameter join(Role role, List<String> paths, List<Dimensions> shapes, int dimension) {
        List<Piece> pieces = new ArrayList<>();
        long offset = 0;
        for (int i = 0; i < paths.size(); i++) {
            pieces.add(new Piece(paths.get(i), shapes.get(i), dimension, offset));
            offset += shapes.get(i).size(dimension);
        }
        return new Parameter(
                count++, role, shapes.get(0).with(dimension, offset), List.copyOf(pieces));
    }
}
