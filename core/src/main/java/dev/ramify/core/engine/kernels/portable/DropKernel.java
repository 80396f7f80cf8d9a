package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Drop;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.DropoutMask;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Dropout by a mask that is drawn anew each step. */
final class DropKernel implements Kernel {

    private final Drop operation;
    private final Bindings bindings;
    private final ChannelMajor layout;
    private final float[] logical;

    private DropKernel(Drop operation, int samples, Bindings bindings) {
        this.operation = operation;
        this.bindings = bindings;
        layout = new ChannelMajor(operation.input().shape(), samples);
        logical = new float[Math.toIntExact(layout.length())];
    }

    static KernelDesign design(PortableDesign.Outline outline, Drop operation) {
        return outline.design(
                Needs.NOTHING,
                outline.layout(operation.input()).length(),
                0,
                bindings -> new DropKernel(operation, outline.samples(), bindings));
    }

    @Override
    public void forward() {
        DropoutMask.draw(operation, bindings.pass(), logical);
        layout.write(logical, bindings.workspace());
        bindings.outputs().get(0).assign(bindings.inputs().get(0)).muli(bindings.workspace());
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            target.assign(bindings.outputGradients().get(0)).muli(bindings.workspace());
        }
    }
}
