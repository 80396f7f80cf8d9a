package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.WeightedLayer;
import java.util.List;

/** Which nodes of parallel branches can be computed as one. */
final class Likeness {

    private static final String NAME = "x";

    private Likeness() {}

    /** Tell whether nodes are alike but for their names and their widths. */
    static boolean alike(List<Node> row) {
        Node first = essence(row.get(0));
        return row.stream().map(Likeness::essence).allMatch(first::equals);
    }

    /** Tell whether weighted layers are alike, in width too, but for their names and biases. */
    static boolean alikeUpToBias(List<Node> row) {
        Node first = withoutBias(row.get(0));
        return (first instanceof Dense
                        || first instanceof Convolution convolution && convolution.groups() == 1)
                && row.stream().map(Likeness::withoutBias).allMatch(first::equals);
    }

    private static Node withoutBias(Node node) {
        return node instanceof WeightedLayer each ? each.withName(NAME).withBias(false) : node;
    }

    /** Count the layers with a bias. */
    static long biases(List<Node> row) {
        return row.stream()
                .filter(node -> node instanceof WeightedLayer each && each.bias())
                .count();
    }

    private static Node essence(Node node) {
        if (node instanceof Convolution each) {
            return each.withName(NAME).withUnits(each.groups());
        }
        if (node instanceof Dense each) {
            return each.withName(NAME).withUnits(1);
        }
        return node instanceof Layer each ? each.withName(NAME) : node;
    }

    /** Tell whether a layer does the same to each channel, without looking at another. */
    static boolean actsPerChannel(Layer layer) {
        return layer.isPerChannel() || flattens(layer);
    }

    /** Tell whether a layer makes units of positions. */
    static boolean flattens(Layer layer) {
        return layer instanceof Flatten;
    }
}
