package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Split and concatenation: with channels outermost both copy consecutive blocks. */
final class BlocksKernel implements Kernel {

    private final Bindings bindings;
    private final boolean splits;

    private BlocksKernel(Bindings bindings, boolean splits) {
        this.bindings = bindings;
        this.splits = splits;
    }

    static KernelDesign split(PortableDesign.Outline outline) {
        return outline.design(Needs.NOTHING, bindings -> new BlocksKernel(bindings, true));
    }

    static KernelDesign concatenate(PortableDesign.Outline outline) {
        return outline.design(Needs.NOTHING, bindings -> new BlocksKernel(bindings, false));
    }

    @Override
    public void forward() {
        if (splits) {
            scatter(bindings.inputs().get(0), bindings.outputs());
        } else {
            gather(bindings.inputs(), bindings.outputs().get(0));
        }
    }

    @Override
    public void backward() {
        if (!splits) {
            scatter(bindings.outputGradients().get(0), bindings.inputGradients());
            return;
        }
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            gather(bindings.outputGradients(), target);
        }
    }

    private void scatter(INDArray whole, List<? extends @Nullable INDArray> parts) {
        List<INDArray> sizes = splits ? bindings.outputs() : bindings.inputs();
        long offset = 0;
        for (int i = 0; i < parts.size(); i++) {
            long length = sizes.get(i).length();
            INDArray part = parts.get(i);
            if (part != null) {
                part.assign(Views.of(whole, offset, length));
            }
            offset += length;
        }
    }

    private static void gather(List<INDArray> parts, INDArray whole) {
        long offset = 0;
        for (INDArray part : parts) {
            Views.of(whole, offset, part.length()).assign(part);
            offset += part.length();
        }
    }
}
