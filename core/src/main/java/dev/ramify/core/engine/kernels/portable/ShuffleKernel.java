package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Shuffle;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The channel shuffle: a transposition of groups and their members. */
record ShuffleKernel(int groups, ChannelMajor layout, Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Shuffle operation) {
        return outline.design(
                Needs.NOTHING,
                bindings ->
                        new ShuffleKernel(
                                operation.groups(), outline.layout(operation.input()), bindings));
    }

    private INDArray byGroup(INDArray vector) {
        return Views.of(vector, 0, groups, layout.shape().channels() / groups, layout.row());
    }

    private INDArray byMember(INDArray vector) {
        return Views.of(vector, 0, layout.shape().channels() / groups, groups, layout.row());
    }

    @Override
    public void forward() {
        byMember(bindings.outputs().get(0))
                .assign(byGroup(bindings.inputs().get(0)).permute(1, 0, 2));
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            byGroup(target).assign(byMember(bindings.outputGradients().get(0)).permute(1, 0, 2));
        }
    }
}
