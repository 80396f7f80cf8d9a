package dev.ramify.core.engine.kernels.portable;

import dev.ramify.core.engine.graph.Operation.LocalResponse;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.Views;
import dev.ramify.core.engine.kernels.portable.PortableDesign.Needs;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/** Local response normalization by shifted sums of squares. */
final class LocalResponseKernel implements Kernel {

    private final LocalResponse operation;
    private final Bindings bindings;
    private final ChannelMajor layout;
    private final INDArray response;
    private final INDArray products;
    private final INDArray sums;

    private LocalResponseKernel(LocalResponse operation, ChannelMajor layout, Bindings bindings) {
        this.operation = operation;
        this.bindings = bindings;
        this.layout = layout;
        response = Views.of(bindings.workspace(), 0, layout.length());
        products = Views.of(bindings.scratch(), 0, layout.length());
        sums = Views.of(bindings.scratch(), layout.length(), layout.length());
    }

    static KernelDesign design(PortableDesign.Outline outline, LocalResponse operation) {
        ChannelMajor layout = outline.layout(operation.input());
        return outline.design(
                Needs.BOTH,
                layout.length(),
                2 * layout.length(),
                bindings -> new LocalResponseKernel(operation, layout, bindings));
    }

    @Override
    public void forward() {
        INDArray input = bindings.inputs().get(0);
        products.assign(input).muli(input);
        sum(products, before(), after());
        response.assign(sums).muli(operation.alpha() / operation.size()).addi(operation.k());
        bindings.outputs()
                .get(0)
                .assign(Transforms.pow(response, -operation.beta(), true))
                .muli(input);
    }

    /** Every channel is in the windows of those around it, seen from the other side. */
    @Override
    public void backward() {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target == null) {
            return;
        }
        INDArray gradient = bindings.outputGradients().get(0);
        products.assign(gradient).muli(bindings.outputs().get(0)).divi(response);
        sum(products, after(), before());
        sums.muli(2 * operation.alpha() * operation.beta() / operation.size())
                .muli(bindings.inputs().get(0));
        target.assign(Transforms.pow(response, -operation.beta(), true)).muli(gradient).subi(sums);
    }

    private int before() {
        return (operation.size() - 1) / 2;
    }

    private int after() {
        return operation.size() / 2;
    }

    /** Sum the channels from some before each to some after it. */
    private void sum(INDArray values, int before, int after) {
        int channels = layout.shape().channels();
        sums.assign(0);
        for (int shift = -before; shift <= after; shift++) {
            int count = channels - Math.abs(shift);
            if (count > 0) {
                layout.rows(sums, Math.max(0, -shift), count)
                        .addi(layout.rows(values, Math.max(0, shift), count));
            }
        }
    }
}
