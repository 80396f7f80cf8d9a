package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Rectify;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The rectifier. */
record RectifyKernel(Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Rectify operation) {
        return outline.design(Needs.OUTPUTS, RectifyKernel::new);
    }

    @Override
    public void forward() {
        Rectifier.forward(bindings.inputs().get(0), bindings.outputs().get(0));
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            Rectifier.backward(
                    bindings.outputs().get(0), bindings.outputGradients().get(0), target);
        }
    }
}
