package dev.ramify.core.engine.kernels.portable;

import dev.ramify.api.architecture.Pooling;
import dev.ramify.core.engine.graph.Operation.Pool;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Pooling place by place of the window; of equal maxima the first takes the gradient. */
final class PoolKernel implements Kernel {

    private final boolean maximum;
    private final Bindings bindings;
    private final Patches patches;
    private final INDArray padded;
    private final INDArray shares;

    private PoolKernel(Patches patches, Pool operation, Bindings bindings) {
        maximum = operation.kind() == Pooling.Kind.MAX;
        this.bindings = bindings;
        this.patches = patches;
        padded = Views.of(bindings.scratch(), 0, patches.length());
        shares = maximum ? padded : shares(operation.paddingCounted());
    }

    static KernelDesign design(PortableDesign.Outline outline, Pool operation) {
        boolean maximum = operation.kind() == Pooling.Kind.MAX;
        Patches patches =
                new Patches(
                        outline.layout(operation.input()),
                        outline.layout(operation.output()),
                        operation.window(),
                        operation.margins());
        return outline.design(
                maximum ? Needs.BOTH : Needs.NOTHING,
                0,
                patches.length(),
                bindings -> new PoolKernel(patches, operation, bindings));
    }

    /** For each output, one over the number of values in its window. */
    private INDArray shares(boolean paddingCounted) {
        padded.assign(0);
        (paddingCounted ? patches.withMargins(padded) : patches.inside(padded)).assign(1);
        INDArray counts = Nd4j.zeros(DataType.FLOAT, patches.output().maps(output()).shape());
        for (int place = 0; place < patches.places(); place++) {
            counts.addi(patches.at(padded, place));
        }
        return counts.rdivi(1);
    }

    private INDArray output() {
        return bindings.outputs().get(0);
    }

    @Override
    public void forward() {
        INDArray output = patches.output().maps(output());
        pad(maximum ? Float.NEGATIVE_INFINITY : 0);
        output.assign(patches.at(padded, 0));
        for (int place = 1; place < patches.places(); place++) {
            INDArray values = patches.at(padded, place);
            if (maximum) {
                Transforms.max(output, values, false);
            } else {
                output.addi(values);
            }
        }
        if (!maximum) {
            output.muli(shares);
        }
    }

    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target == null) {
            return;
        }
        INDArray gradient = patches.output().maps(bindings.outputGradients().get(0));
        if (maximum) {
            maximumGradient(gradient);
        } else {
            INDArray part = gradient.mul(shares);
            padded.assign(0);
            for (int place = 0; place < patches.places(); place++) {
                patches.at(padded, place).addi(part);
            }
        }
        patches.input().maps(target).assign(patches.inside(padded));
    }

    private void maximumGradient(INDArray gradient) {
        INDArray output = patches.output().maps(output());
        INDArray open = Nd4j.onesLike(output);
        pad(Float.NEGATIVE_INFINITY);
        INDArray source = padded.dup();
        padded.assign(0);
        for (int place = 0; place < patches.places(); place++) {
            INDArray chosen =
                    patches.at(source, place).eq(output).castTo(DataType.FLOAT).muli(open);
            open.subi(chosen);
            patches.at(padded, place).addi(chosen.muli(gradient));
        }
    }

    private void pad(float value) {
        padded.assign(value);
        patches.inside(padded).assign(patches.input().maps(bindings.inputs().get(0)));
    }
}
