package dev.ramify.core.engine.kernels.portable;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.core.engine.graph.Operation.Activate;
import dev.ramify.core.engine.graph.OutputDerivative;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation function. */
record ActivateKernel(ActivationFunction function, Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Activate operation) {
        ActivationFunction function = operation.function();
        return outline.design(
                OutputDerivative.of(function) == null ? Needs.INPUTS : Needs.OUTPUTS,
                bindings -> new ActivateKernel(function, bindings));
    }

    @Override
    public void forward() {
        Activations.forward(function, bindings.inputs().get(0), bindings.outputs().get(0));
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        INDArray gradient = bindings.outputGradients().get(0);
        if (target == null) {
            return;
        }
        if (OutputDerivative.of(function) == null) {
            Activations.multiply(function::derivative, bindings.inputs().get(0), gradient, target);
        } else {
            Activations.backward(function, bindings.outputs().get(0), gradient, target);
        }
    }
}
