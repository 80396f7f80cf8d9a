package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Mask;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels multiplied by factors. */
record MaskKernel(ChannelMajor layout, Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Mask operation) {
        return outline.design(
                Needs.NOTHING,
                bindings -> new MaskKernel(outline.layout(operation.input()), bindings));
    }

    @Override
    public void forward() {
        apply(bindings.inputs().get(0), bindings.outputs().get(0));
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            apply(bindings.outputGradients().get(0), target);
        }
    }

    private void apply(INDArray from, INDArray to) {
        INDArray factors = bindings.parameters().get(0);
        layout.rows(to)
                .assign(layout.rows(from))
                .muliColumnVector(Views.of(factors, 0, factors.length(), 1));
    }
}
