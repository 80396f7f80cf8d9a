package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.kernels.Bindings;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradients of trained parameters, which are there unless the layer is frozen. */
final class Gradients {

    private Gradients() {}

    static boolean areWanted(Bindings bindings) {
        return bindings.parameterGradients().stream().anyMatch(Objects::nonNull);
    }

    static INDArray of(Bindings bindings, int parameter) {
        return Objects.requireNonNull(
                bindings.parameterGradients().get(parameter), "a trained parameter has a gradient");
    }
}
