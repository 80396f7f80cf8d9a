package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.architecture.Window;
import java.util.ArrayList;
import java.util.List;

/** Stacks nodes, with batch normalization after every convolution or after none. */
final class Stack {

    static final String LOGITS = "logits";

    private final boolean normalized;
    private final List<Node> nodes = new ArrayList<>();

    Stack(boolean normalized) {
        this.normalized = normalized;
    }

    Stack add(Node node) {
        nodes.add(node);
        return this;
    }

    /** Add {@code conv7}, {@code bn7} if normalized, and {@code relu7}. */
    Stack numbered(int number, int filters, int kernel) {
        return convolution("conv" + number, filters, kernel, 1, "bn" + number)
                .add(Activation.relu("relu" + number));
    }

    /** Add {@code name}, {@code name-bn} if normalized, and {@code name-relu}. */
    Stack activated(String name, int filters, int kernel, int stride) {
        return convolution(name, filters, kernel, stride, name + "-bn")
                .add(Activation.relu(name + "-relu"));
    }

    /** Add a convolution; normalization subtracts the mean, so a bias before it would be idle. */
    Stack convolution(String name, int filters, int kernel, int stride, String normalization) {
        nodes.add(
                Convolution.of(
                                name,
                                filters,
                                Window.square(kernel).withStride(stride).withPadding(kernel / 2))
                        .withBias(!normalized));
        if (normalized) {
            nodes.add(BatchNormalization.named(normalization));
        }
        return this;
    }

    List<Node> nodes() {
        return nodes;
    }

    /** Add the last layer and build. */
    Architecture build(String name, Shape input, int outputs) {
        return new Architecture(name, input, add(new Dense(LOGITS, outputs, true)).nodes);
    }
}
