package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Batch normalization by the batch's own mean and variance; running ones follow by momentum. */
final class NormalizeKernel implements Kernel {

    private final Normalize operation;
    private final Bindings bindings;
    private final ChannelMajor layout;
    private final INDArray input;
    private final INDArray output;
    private final INDArray scale;
    private final INDArray shift;
    private final INDArray standardized;
    private final INDArray inverseDeviation;
    private final INDArray change;

    private NormalizeKernel(Normalize operation, int samples, Bindings bindings) {
        this.operation = operation;
        this.bindings = bindings;
        layout = new ChannelMajor(operation.input().shape(), samples);
        input = layout.rows(bindings.inputs().get(0));
        output = layout.rows(bindings.outputs().get(0));
        scale = column(bindings.parameters().get(0));
        shift = column(bindings.parameters().get(1));
        long length = layout.length();
        standardized = layout.rows(bindings.workspace());
        inverseDeviation = Views.of(bindings.workspace(), length, layout.shape().channels(), 1);
        change = layout.rows(bindings.scratch());
    }

    static KernelDesign design(PortableDesign.Outline outline, Normalize operation) {
        ChannelMajor layout = outline.layout(operation.input());
        return outline.design(
                operation.relu() ? Needs.OUTPUTS : Needs.NOTHING,
                layout.length() + layout.shape().channels(),
                layout.length(),
                bindings -> new NormalizeKernel(operation, outline.samples(), bindings));
    }

    private static INDArray column(INDArray vector) {
        return Views.of(vector, 0, vector.length(), 1);
    }

    @Override
    public void forward() {
        INDArray mean = input.mean(true, 1);
        standardized.assign(input).subiColumnVector(mean);
        INDArray variance = standardized.mul(standardized).mean(true, 1);
        inverseDeviation.assign(Transforms.pow(variance.add(operation.epsilon()), -0.5, false));
        standardized.muliColumnVector(inverseDeviation);
        output.assign(standardized).muliColumnVector(scale).addiColumnVector(shift);
        if (operation.added() != null) {
            output.addi(layout.rows(bindings.inputs().get(1)));
        }
        Activations.forward(operation.activation(), output, output);
        double samples = layout.row();
        follow(column(bindings.parameters().get(2)), mean);
        // The running variance is the unbiased one, as in other frameworks.
        follow(
                column(bindings.parameters().get(3)),
                samples > 1 ? variance.mul(samples / (samples - 1)) : variance);
    }

    private void follow(INDArray running, INDArray now) {
        running.muli(1 - operation.momentum()).addi(now.mul(operation.momentum()));
    }

    @Override
    public void backward() {
        INDArray gradient = layout.rows(bindings.outputGradients().get(0));
        if (operation.activation() != null) {
            Activations.backward(operation.activation(), output, gradient, change);
        } else {
            change.assign(gradient);
        }
        if (operation.added() != null && bindings.inputGradients().get(1) != null) {
            layout.rows(bindings.inputGradients().get(1)).assign(change);
        }
        INDArray sum = change.sum(true, 1);
        INDArray product = change.mul(standardized).sum(true, 1);
        if (Gradients.areWanted(bindings)) {
            Gradients.of(bindings, 1).assign(sum.reshape(sum.length()));
            Gradients.of(bindings, 0).assign(product.reshape(product.length()));
        }
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target == null) {
            return;
        }
        INDArray correction = standardized.mulColumnVector(product.divi(layout.row()));
        change.subiColumnVector(sum.divi(layout.row())).subi(correction);
        layout.rows(target).assign(change.muliColumnVector(scale.mul(inverseDeviation)));
    }
}
