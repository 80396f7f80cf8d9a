package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.kernels.Bindings;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradients of trained parameters, which are always there in training. */
final class Gradients {

    private Gradients() {}

    static INDArray of(Bindings bindings, int parameter) {
        return Objects.requireNonNull(
                bindings.parameterGradients().get(parameter), "a trained parameter has a gradient");
    }
}
