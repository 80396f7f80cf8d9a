package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Flatten;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Maps read as vectors: samples trade places with positions. */
record FlattenKernel(ChannelMajor layout, Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Flatten operation) {
        return operation.input().shape().isFlat()
                ? outline.identity()
                : outline.design(
                        Needs.NOTHING,
                        bindings -> new FlattenKernel(outline.layout(operation.input()), bindings));
    }

    private INDArray map(INDArray vector) {
        return Views.of(
                vector, 0, layout.shape().channels(), layout.samples(), layout.shape().area());
    }

    private INDArray flat(INDArray vector) {
        return Views.of(
                vector, 0, layout.shape().channels(), layout.shape().area(), layout.samples());
    }

    @Override
    public void forward() {
        flat(bindings.outputs().get(0)).assign(map(bindings.inputs().get(0)).permute(0, 2, 1));
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            map(target).assign(flat(bindings.outputGradients().get(0)).permute(0, 2, 1));
        }
    }
}
