package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Convolve;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A convolution as one matrix product per group over the values under each place of the kernel. */
final class ConvolveKernel implements Kernel {

    private final Convolve operation;
    private final Bindings bindings;
    private final ChannelMajor from;
    private final ChannelMajor to;
    private final Patches patches;
    private final INDArray padded;
    private final INDArray columns;
    private final INDArray change;
    private final long inputs;
    private final long filters;

    private ConvolveKernel(Convolve operation, int samples, Bindings bindings) {
        this.operation = operation;
        this.bindings = bindings;
        from = new ChannelMajor(operation.input().shape(), samples);
        to = new ChannelMajor(operation.output().shape(), samples);
        patches = patches(operation, samples);
        inputs = from.shape().channels() / operation.groups();
        filters = to.shape().channels() / operation.groups();
        padded = Views.of(bindings.scratch(), 0, patches.length());
        columns = Views.of(bindings.scratch(), patches.length(), columns(operation, samples));
        change = Views.of(bindings.scratch(), patches.length() + columns.length(), to.length());
    }

    static KernelDesign design(PortableDesign.Outline outline, Convolve operation) {
        long scratch =
                patches(operation, outline.samples()).length()
                        + columns(operation, outline.samples())
                        + outline.layout(operation.output()).length();
        return outline.design(
                operation.activation() != null ? Needs.BOTH : Needs.INPUTS,
                0,
                scratch,
                bindings -> new ConvolveKernel(operation, outline.samples(), bindings));
    }

    private static Patches patches(Convolve operation, int samples) {
        return new Patches(
                new ChannelMajor(operation.input().shape(), samples),
                new ChannelMajor(operation.output().shape(), samples),
                operation.window(),
                operation.margins());
    }

    private static long columns(Convolve operation, int samples) {
        long perGroup = operation.input().shape().channels() / operation.groups();
        return perGroup
                * operation.window().positions()
                * samples
                * operation.output().shape().area();
    }

    @Override
    public void forward() {
        pad();
        INDArray output = bindings.outputs().get(0);
        for (int group = 0; group < operation.groups(); group++) {
            gather(group);
            Products.multiply(
                    weights(bindings.parameters().get(0), group),
                    false,
                    matrix(),
                    false,
                    to.rows(output, group * filters, filters),
                    0);
        }
        if (operation.bias() != null) {
            INDArray bias = bindings.parameters().get(1);
            to.rows(output).addiColumnVector(Views.of(bias, 0, bias.length(), 1));
        }
        if (operation.added() != null) {
            output.addi(bindings.inputs().get(1));
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
        if (operation.added() != null && bindings.inputGradients().get(1) != null) {
            bindings.inputGradients().get(1).assign(gradient);
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
        pad();
        for (int group = 0; group < operation.groups(); group++) {
            gather(group);
            Products.multiply(
                    to.rows(gradient, group * filters, filters),
                    false,
                    matrix(),
                    true,
                    weights(Gradients.of(bindings, 0), group),
                    0);
        }
    }

    private void inputGradient(INDArray gradient, INDArray inputGradient) {
        padded.assign(0);
        for (int group = 0; group < operation.groups(); group++) {
            Products.multiply(
                    weights(bindings.parameters().get(0), group),
                    true,
                    to.rows(gradient, group * filters, filters),
                    false,
                    matrix(),
                    0);
            for (int place = 0; place < patches.places(); place++) {
                patches.at(padded, place, group * inputs, inputs).addi(columns(place));
            }
        }
        from.maps(inputGradient).assign(patches.inside(padded));
    }

    private void pad() {
        padded.assign(0);
        patches.inside(padded).assign(from.maps(bindings.inputs().get(0)));
    }

    private void gather(int group) {
        for (int place = 0; place < patches.places(); place++) {
            columns(place).assign(patches.at(padded, place, group * inputs, inputs));
        }
    }

    /** View the columns of one place, {@code [inputs, samples, height, width]}. */
    private INDArray columns(int place) {
        long area = to.shape().area();
        return Views.strided(
                columns,
                place * to.row(),
                new long[] {inputs, to.samples(), to.shape().height(), to.shape().width()},
                new long[] {patches.places() * to.row(), area, to.shape().width(), 1});
    }

    private INDArray matrix() {
        return Views.of(columns, 0, inputs * patches.places(), to.row());
    }

    private INDArray weights(INDArray all, int group) {
        long perFilter = inputs * patches.places();
        return Views.of(all, group * filters * perFilter, filters, perFilter);
    }
}
