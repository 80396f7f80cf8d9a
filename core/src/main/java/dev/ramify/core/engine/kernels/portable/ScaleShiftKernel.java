package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.ScaleShift;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A trained scale and shift of each channel. */
record ScaleShiftKernel(ChannelMajor layout, Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, ScaleShift operation) {
        return outline.design(
                Needs.INPUTS,
                bindings -> new ScaleShiftKernel(outline.layout(operation.input()), bindings));
    }

    private INDArray column(int parameter) {
        INDArray vector = bindings.parameters().get(parameter);
        return Views.of(vector, 0, vector.length(), 1);
    }

    @Override
    public void forward() {
        layout.rows(bindings.outputs().get(0))
                .assign(layout.rows(bindings.inputs().get(0)))
                .muliColumnVector(column(0))
                .addiColumnVector(column(1));
    }

    @Override
    public void backward() {
        INDArray gradient = layout.rows(bindings.outputGradients().get(0));
        @Nullable INDArray scale = bindings.parameterGradients().get(0);
        @Nullable INDArray shift = bindings.parameterGradients().get(1);
        if (scale != null) {
            scale.assign(gradient.mul(layout.rows(bindings.inputs().get(0))).sum(1));
        }
        if (shift != null) {
            shift.assign(gradient.sum(1));
        }
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target != null) {
            layout.rows(target).assign(gradient).muliColumnVector(column(0));
        }
    }
}
