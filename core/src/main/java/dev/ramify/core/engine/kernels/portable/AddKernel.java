package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Add;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The sum of several values: the gradient of each is that of the sum. */
record AddKernel(Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Add operation) {
        return outline.design(Needs.SHARED_GRADIENT, AddKernel::new);
    }

    @Override
    public void forward() {
        INDArray output = bindings.outputs().get(0).assign(bindings.inputs().get(0));
        for (INDArray more : bindings.inputs().subList(1, bindings.inputs().size())) {
            output.addi(more);
        }
    }

    @Override
    public void backward() {}
}
