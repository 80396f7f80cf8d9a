package dev.ramify.core.engine.graph;

import dev.ramify.api.architecture.ActivationFunction;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Derivatives of activation functions that follow from what the function gave. */
public final class OutputDerivative {

    private OutputDerivative() {}

    /** Return the derivative as a function of the output; null where that does not tell it. */
    public static @Nullable DoubleUnaryOperator of(ActivationFunction function) {
        if (function instanceof ActivationFunction.Relu) {
            return y -> y > 0 ? 1 : 0;
        }
        if (function instanceof ActivationFunction.LeakyRelu leaky) {
            return y -> y > 0 ? 1 : leaky.slope();
        }
        if (function instanceof ActivationFunction.ClippedRelu clipped) {
            float ceiling = (float) clipped.ceiling();
            return y -> y > 0 && y < ceiling ? 1 : 0;
        }
        if (function instanceof ActivationFunction.Sigmoid) {
            return y -> y * (1 - y);
        }
        return function instanceof ActivationFunction.Tanh ? y -> 1 - y * y : null;
    }
}
