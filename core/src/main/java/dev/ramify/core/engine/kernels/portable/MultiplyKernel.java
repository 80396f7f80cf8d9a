package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Multiply;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The product of values, or of maps and one factor for each. */
record MultiplyKernel(boolean byChannel, long area, Bindings bindings) implements Kernel {

    static KernelDesign design(PortableDesign.Outline outline, Multiply operation) {
        return outline.design(
                Needs.INPUTS,
                bindings ->
                        new MultiplyKernel(
                                operation.byChannel(), operation.input().shape().area(), bindings));
    }

    /** View as {@code [channels * samples, height * width]}. */
    private INDArray maps(INDArray stored) {
        return Views.of(stored, 0, stored.length() / area, area);
    }

    private static INDArray column(INDArray stored) {
        return Views.of(stored, 0, stored.length(), 1);
    }

    private void multiply(INDArray values, INDArray result) {
        INDArray factor = bindings.inputs().get(1);
        if (byChannel) {
            maps(result).assign(maps(values)).muliColumnVector(column(factor));
        } else {
            result.assign(values).muli(factor);
        }
    }

    @Override
    public void forward() {
        multiply(bindings.inputs().get(0), bindings.outputs().get(0));
    }

    @Override
    public void backward() {
        INDArray gradient = bindings.outputGradients().get(0);
        @Nullable INDArray target = bindings.inputGradients().get(0);
        @Nullable INDArray factorTarget = bindings.inputGradients().get(1);
        if (target != null) {
            multiply(gradient, target);
        }
        if (factorTarget != null) {
            INDArray product = gradient.mul(bindings.inputs().get(0));
            factorTarget.assign(byChannel ? maps(product).sum(1) : product);
        }
    }
}
