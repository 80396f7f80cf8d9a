package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.GlobalAverage;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The mean of each channel over its map. */
record GlobalAverageKernel(ChannelMajor layout, Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, GlobalAverage operation) {
        return outline.design(
                Needs.NOTHING,
                bindings -> new GlobalAverageKernel(outline.layout(operation.input()), bindings));
    }

    private INDArray perMap(INDArray vector) {
        return vector.reshape(
                'c', (long) layout.shape().channels() * layout.samples(), layout.shape().area());
    }

    @Override
    public void forward() {
        bindings.outputs().get(0).assign(perMap(bindings.inputs().get(0)).mean(1));
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            INDArray share = bindings.outputGradients().get(0).div(layout.shape().area());
            perMap(target).assign(0).addiColumnVector(share.reshape(share.length(), 1));
        }
    }
}
