package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Fork;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One value for several readers: its gradient is the sum of theirs. */
record ForkKernel(Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Fork operation) {
        return outline.design(Needs.SHARED_VALUE, ForkKernel::new);
    }

    @Override
    public void forward() {}

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target == null) {
            return;
        }
        target.assign(bindings.outputGradients().get(0));
        for (INDArray more :
                bindings.outputGradients().subList(1, bindings.outputGradients().size())) {
            target.addi(more);
        }
    }
}
