package dev.ramify.api.branching;

import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.NodeVisitor;
import dev.ramify.api.architecture.Residual;
import dev.ramify.api.architecture.Sequence;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.WeightedLayer;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * Reads and rewrites trees of nodes. Pure functions, thread-safe.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Nodes {

    private Nodes() {}

    /** List all layers, those inside blocks too, in the order of the tree. */
    public static List<Layer> layers(List<? extends Node> nodes) {
        return nodes.stream().flatMap(Nodes::layers).toList();
    }

    /**
     * List the convolutions and dense layers, those inside blocks too, in the order of the tree.
     */
    public static List<WeightedLayer> weighted(List<? extends Node> nodes) {
        return layers(nodes).stream()
                .filter(WeightedLayer.class::isInstance)
                .map(WeightedLayer.class::cast)
                .toList();
    }

    /**
     * Put other nodes in the place of each layer, inside blocks too; the blocks themselves stay.
     *
     * @param change gives what takes the place of a layer: often one layer, perhaps none
     */
    public static List<Node> map(
            List<? extends Node> nodes, Function<Layer, ? extends List<? extends Node>> change) {
        return nodes.stream().<Node>flatMap(node -> map(node, change)).toList();
    }

    /**
     * Give each weighted layer another number of units; all else stays as it is.
     *
     * <p>A grouped convolution gets as many groups as let each filter see as many input channels as
     * before, or all that are left where those are fewer. So a depthwise convolution stays one.
     *
     * @param nodes in order
     * @param input shape that the first node sees, before and after
     * @param units gives the number of units that a layer shall have
     * @throws dev.ramify.api.option.InvalidOptionException for the option {@code from} if the nodes
     *     start with a residual block whose shortcut is not made narrower with its body
     * @throws dev.ramify.api.architecture.ArchitectureException if the narrower layers do not fit
     *     together otherwise
     */
    public static List<Node> narrowed(
            List<? extends Node> nodes, Shape input, ToIntFunction<WeightedLayer> units) {
        return new Narrowing(units).apply(nodes, new Narrowing.Shapes(input, input));
    }

    private static Stream<Layer> layers(Node node) {
        return node.accept(
                new NodeVisitor<Stream<Layer>>() {
                    @Override
                    public Stream<Layer> layer(Layer layer) {
                        return Stream.of(layer);
                    }

                    @Override
                    public Stream<Layer> sequence(Sequence sequence) {
                        return sequence.nodes().stream().flatMap(Nodes::layers);
                    }

                    @Override
                    public Stream<Layer> residual(Residual residual) {
                        return Stream.of(residual.body(), residual.shortcut())
                                .flatMap(List::stream)
                                .flatMap(Nodes::layers);
                    }

                    @Override
                    public Stream<Layer> branches(Branches branches) {
                        return branches.branches().stream()
                                .flatMap(branch -> branch.nodes().stream())
                                .flatMap(Nodes::layers);
                    }
                });
    }

    private static Stream<? extends Node> map(
            Node node, Function<Layer, ? extends List<? extends Node>> change) {
        return node.accept(
                new NodeVisitor<Stream<? extends Node>>() {
                    @Override
                    public Stream<? extends Node> layer(Layer layer) {
                        return change.apply(layer).stream();
                    }

                    @Override
                    public Stream<Node> sequence(Sequence sequence) {
                        return Stream.of(sequence.withNodes(map(sequence.nodes(), change)));
                    }

                    @Override
                    public Stream<Node> residual(Residual residual) {
                        return Stream.of(
                                residual.withParts(
                                        map(residual.body(), change),
                                        map(residual.shortcut(), change)));
                    }

                    @Override
                    public Stream<Node> branches(Branches branches) {
                        return Stream.of(
                                branches.withBranches(
                                        branches.branches().stream()
                                                .map(b -> b.withNodes(map(b.nodes(), change)))
                                                .toList()));
                    }
                });
    }
}
