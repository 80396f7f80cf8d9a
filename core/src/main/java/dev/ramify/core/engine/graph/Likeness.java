package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Relu;
import java.util.List;

/** Which nodes of parallel branches can be computed as one. */
final class Likeness {

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
        if (node instanceof Convolution each) {
            return new Convolution(
                    "x",
                    each.filters(),
                    each.kernel(),
                    each.stride(),
                    each.padding(),
                    each.groups(),
                    false);
        }
        return node instanceof Dense each ? new Dense("x", each.units(), false) : node;
    }

    /** Count the layers with a bias. */
    static long biases(List<Node> row) {
        return row.stream()
                .filter(
                        node ->
                                node instanceof Convolution convolution && convolution.bias()
                                        || node instanceof Dense dense && dense.bias())
                .count();
    }

    private static Node essence(Node node) {
        if (node instanceof Convolution each) {
            return new Convolution(
                    "x",
                    each.groups(),
                    each.kernel(),
                    each.stride(),
                    each.padding(),
                    each.groups(),
                    each.bias());
        } else if (node instanceof Dense each) {
            return new Dense("x", 1, each.bias());
        } else if (node instanceof BatchNormalization each) {
            return new BatchNormalization("x", each.momentum(), each.epsilon());
        } else if (node instanceof Relu) {
            return new Relu("x");
        } else if (node instanceof Pooling each) {
            return new Pooling("x", each.kind(), each.window(), each.stride(), each.padding());
        } else if (node instanceof GlobalAveragePooling) {
            return new GlobalAveragePooling("x");
        } else if (node instanceof Dropout each) {
            return new Dropout("x", each.rate());
        } else if (node instanceof Flatten) {
            return new Flatten("x");
        }
        return node;
    }

    /** Tell whether a layer does the same to each channel, without looking at another. */
    static boolean actsPerChannel(Layer layer) {
        return layer instanceof BatchNormalization
                || layer instanceof Relu
                || layer instanceof Pooling
                || layer instanceof GlobalAveragePooling
                || layer instanceof Dropout
                || flattens(layer);
    }

    /** Tell whether a layer makes units of positions. */
    static boolean flattens(Layer layer) {
        return layer instanceof Flatten;
    }
}
