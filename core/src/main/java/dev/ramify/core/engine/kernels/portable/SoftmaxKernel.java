package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Softmax;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** The softmax over the channels of each position. */
record SoftmaxKernel(ChannelMajor layout, Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Softmax operation) {
        return outline.design(
                Needs.OUTPUTS,
                bindings -> new SoftmaxKernel(outline.layout(operation.input()), bindings));
    }

    @Override
    public void forward() {
        INDArray output = layout.rows(bindings.outputs().get(0));
        INDArray input = layout.rows(bindings.inputs().get(0));
        output.assign(input).subiRowVector(input.max(true, 0));
        Transforms.exp(output, false);
        output.diviRowVector(output.sum(true, 0));
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target == null) {
            return;
        }
        INDArray output = layout.rows(bindings.outputs().get(0));
        INDArray gradient = layout.rows(bindings.outputGradients().get(0));
        INDArray mean = gradient.mul(output).sum(true, 0);
        layout.rows(target).assign(gradient).subiRowVector(mean).muli(output);
    }
}
