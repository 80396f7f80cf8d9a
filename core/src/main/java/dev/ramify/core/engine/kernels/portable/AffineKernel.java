package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Affine;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An affine map as one matrix product per group. */
final class AffineKernel implements Kernel {

    private final Affine operation;
    private final Bindings bindings;
    private final ChannelMajor from;
    private final ChannelMajor to;
    private final INDArray change;
    private final long inputs;
    private final long units;

    private AffineKernel(Affine operation, int samples, Bindings bindings) {
        this.operation = operation;
        this.bindings = bindings;
        from = new ChannelMajor(operation.input().shape(), samples);
        to = new ChannelMajor(operation.output().shape(), samples);
        inputs = from.shape().channels() / operation.groups();
        units = to.shape().channels() / operation.groups();
        change = Views.of(bindings.scratch(), 0, to.length());
    }

    static KernelDesign design(PortableDesign.Outline outline, Affine operation) {
        return outline.design(
                operation.activation() != null ? Needs.BOTH : Needs.INPUTS,
                0,
                outline.layout(operation.output()).length(),
                bindings -> new AffineKernel(operation, outline.samples(), bindings));
    }

    @Override
    public void forward() {
        INDArray output = bindings.outputs().get(0);
        for (int group = 0; group < operation.groups(); group++) {
            Products.multiply(
                    weights(bindings.parameters().get(0), group),
                    false,
                    from.rows(bindings.inputs().get(0), group * inputs, inputs),
                    false,
                    to.rows(output, group * units, units),
                    0);
        }
        if (operation.bias() != null) {
            INDArray bias = bindings.parameters().get(1);
            to.rows(output).addiColumnVector(Views.of(bias, 0, bias.length(), 1));
        }
        Activations.forward(operation.activation(), output, output);
    }

    @Override
    public void backward() {
        INDArray gradient = bindings.outputGradients().get(0);
        if (operation.activation() != null) {
            Activations.backward(
                    operation.activation(), bindings.outputs().get(0), gradient, change);
            gradient = change;
        }
        if (Gradients.areWanted(bindings)) {
            parameterGradients(gradient);
        }
        @Nullable INDArray inputGradient = bindings.inputGradients().get(0);
        if (inputGradient != null) {
            inputGradient(gradient, inputGradient);
        }
    }

    private void parameterGradients(INDArray gradient) {
        if (operation.bias() != null) {
            Gradients.of(bindings, 1).assign(to.rows(gradient).sum(1));
        }
        for (int group = 0; group < operation.groups(); group++) {
            Products.multiply(
                    to.rows(gradient, group * units, units),
                    false,
                    from.rows(bindings.inputs().get(0), group * inputs, inputs),
                    true,
                    weights(Gradients.of(bindings, 0), group),
                    0);
        }
    }

    private void inputGradient(INDArray gradient, INDArray into) {
        for (int group = 0; group < operation.groups(); group++) {
            Products.multiply(
                    weights(bindings.parameters().get(0), group),
                    true,
                    to.rows(gradient, group * units, units),
                    false,
                    from.rows(into, group * inputs, inputs),
                    0);
        }
    }

    private INDArray weights(INDArray all, int group) {
        return Views.of(all, group * units * inputs, units, inputs);
    }
}
