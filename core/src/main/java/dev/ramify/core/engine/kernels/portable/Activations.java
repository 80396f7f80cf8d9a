package dev.ramify.core.engine.kernels.portable;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.core.engine.graph.OutputDerivative;
import dev.ramify.core.engine.kernels.FloatMemory;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.scalar.RectifiedLinear;
import org.nd4j.linalg.api.ops.impl.scalar.Step;
import org.nd4j.linalg.factory.Nd4j;

/** Activation functions of contiguous arrays, and their derivatives. */
final class Activations {

    private Activations() {}

    /** Compute a function, if there is one; in place where both arrays are the same. */
    static void forward(@Nullable ActivationFunction function, INDArray input, INDArray output) {
        if (function instanceof ActivationFunction.Relu) {
            Nd4j.getExecutioner().exec(new RectifiedLinear(input, output, 0.0));
        } else if (function != null) {
            FloatMemory from = FloatMemory.of(input);
            FloatMemory to = FloatMemory.of(output);
            for (int i = 0; i < to.length(); i++) {
                to.put(i, (float) function.value(from.get(i)));
            }
        }
    }

    /** Write the gradient times the derivative that follows from the output. */
    static void backward(
            ActivationFunction function, INDArray output, INDArray gradient, INDArray result) {
        if (function instanceof ActivationFunction.Relu) {
            Nd4j.getExecutioner().exec(new Step(output, result, 0.0));
            result.muli(gradient);
            return;
        }
        DoubleUnaryOperator derivative = OutputDerivative.of(function);
        if (derivative == null) {
            throw new IllegalStateException(
                    "the derivative of " + function + " does not follow from its output");
        }
        multiply(derivative, output, gradient, result);
    }

    /** Write the gradient times the derivative at each value. */
    static void multiply(
            DoubleUnaryOperator derivative, INDArray at, INDArray gradient, INDArray result) {
        FloatMemory points = FloatMemory.of(at);
        FloatMemory from = FloatMemory.of(gradient);
        FloatMemory to = FloatMemory.of(result);
        for (int i = 0; i < to.length(); i++) {
            to.put(i, (float) (from.get(i) * derivative.applyAsDouble(points.get(i))));
        }
    }
}
