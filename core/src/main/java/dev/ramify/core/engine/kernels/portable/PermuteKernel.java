package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Permute;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels in another order. */
record PermuteKernel(List<Integer> sources, ChannelMajor layout, Bindings bindings)
        implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Permute operation) {
        return outline.design(
                Needs.NOTHING,
                bindings ->
                        new PermuteKernel(
                                operation.sources(), outline.layout(operation.input()), bindings));
    }

    @Override
    public void forward() {
        for (int channel = 0; channel < sources.size(); channel++) {
            layout.rows(bindings.outputs().get(0), channel, 1)
                    .assign(layout.rows(bindings.inputs().get(0), sources.get(channel), 1));
        }
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target == null) {
            return;
        }
        for (int channel = 0; channel < sources.size(); channel++) {
            layout.rows(target, sources.get(channel), 1)
                    .assign(layout.rows(bindings.outputGradients().get(0), channel, 1));
        }
    }
}
