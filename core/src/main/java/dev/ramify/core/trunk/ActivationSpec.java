package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Node;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import org.jspecify.annotations.Nullable;

/** Activation functions. */
public sealed interface ActivationSpec extends LayerSpec.Simple {

    /** Return the function. */
    ActivationFunction function();

    /** Return the kind that a missing name is made of. */
    String kind();

    @Override
    default Node node(LayerNames names) {
        return new Activation(names.orNext(name(), kind()), function());
    }

    /** The rectifier, max(0, x). */
    @Choice(value = "relu", summary = "the rectifier, max(0, x)")
    record Relu(@Option("name of the layer") @Nullable String name) implements ActivationSpec {

        @Override
        public ActivationFunction function() {
            return new ActivationFunction.Relu();
        }

        @Override
        public String kind() {
            return "relu";
        }
    }

    /** The rectifier with a ceiling. */
    @Choice(value = "clipped-relu", summary = "the rectifier with a ceiling")
    record ClippedRelu(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "largest result, above 0", defaultValue = "6", min = 0) double ceiling)
            implements ActivationSpec {

        @Override
        public ActivationFunction function() {
            return new ActivationFunction.ClippedRelu(ceiling);
        }

        @Override
        public String kind() {
            return "relu";
        }
    }

    /** The rectifier with a slope for negative values. */
    @Choice(value = "leaky-relu", summary = "the rectifier with a slope for negative values")
    record LeakyRelu(
            @Option("name of the layer") @Nullable String name,
            @Option(value = "slope for negative values", defaultValue = "0.01", min = 0, max = 1)
                    double slope)
            implements ActivationSpec {

        @Override
        public ActivationFunction function() {
            return new ActivationFunction.LeakyRelu(slope);
        }

        @Override
        public String kind() {
            return "relu";
        }
    }

    /** The logistic function. */
    @Choice(value = "sigmoid", summary = "the logistic function")
    record Sigmoid(@Option("name of the layer") @Nullable String name) implements ActivationSpec {

        @Override
        public ActivationFunction function() {
            return new ActivationFunction.Sigmoid();
        }

        @Override
        public String kind() {
            return "sigmoid";
        }
    }

    /** A piecewise linear sigmoid. */
    @Choice(value = "hard-sigmoid", summary = "a piecewise linear sigmoid")
    record HardSigmoid(
            @Option("name of the layer") @Nullable String name,
            @Option(
                            value = "slope between 0 and 1, above 0",
                            defaultValue = "0.16666666666666666",
                            min = 0)
                    double slope,
            @Option(value = "result for 0", defaultValue = "0.5") double offset)
            implements ActivationSpec {

        @Override
        public ActivationFunction function() {
            return new ActivationFunction.HardSigmoid(slope, offset);
        }

        @Override
        public String kind() {
            return "sigmoid";
        }
    }

    /** The value times its sigmoid, also named swish. */
    @Choice(value = "silu", summary = "the value times its sigmoid, also named swish")
    record Silu(@Option("name of the layer") @Nullable String name) implements ActivationSpec {

        @Override
        public ActivationFunction function() {
            return new ActivationFunction.Silu();
        }

        @Override
        public String kind() {
            return "silu";
        }
    }

    /** The value times its hard sigmoid. */
    @Choice(value = "hard-swish", summary = "the value times its hard sigmoid")
    record HardSwish(@Option("name of the layer") @Nullable String name) implements ActivationSpec {

        @Override
        public ActivationFunction function() {
            return new ActivationFunction.HardSwish();
        }

        @Override
        public String kind() {
            return "silu";
        }
    }

    /** The hyperbolic tangent. */
    @Choice(value = "tanh", summary = "the hyperbolic tangent")
    record Tanh(@Option("name of the layer") @Nullable String name) implements ActivationSpec {

        @Override
        public ActivationFunction function() {
            return new ActivationFunction.Tanh();
        }

        @Override
        public String kind() {
            return "tanh";
        }
    }
}
