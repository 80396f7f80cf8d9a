package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Convolve;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;

/** Describes the three primitives of a convolution. */
final class ConvolveParts {

    private static final dnnl.algorithm DIRECT = dnnl.algorithm.convolution_direct;

    private final Dnn dnn;
    private final Convolve operation;
    private final long[] strides;
    private final long[] padding;
    private final memory.desc bias;

    ConvolveParts(Dnn dnn, Convolve operation) {
        this.dnn = dnn;
        this.operation = operation;
        strides = new long[] {operation.stride(), operation.stride()};
        padding = new long[] {operation.padding(), operation.padding()};
        bias = Dnn.plain(operation.output().shape().channels());
    }

    boolean hasBias() {
        return operation.bias() != null;
    }

    memory.desc bias() {
        return bias;
    }

    convolution_forward.primitive_desc forward(
            boolean training, memory.desc from, memory.desc weights, memory.desc to) {
        dnnl.prop_kind kind =
                training ? dnnl.prop_kind.forward_training : dnnl.prop_kind.forward_inference;
        primitive_attr attributes = Dnn.rectified(operation.relu());
        return hasBias()
                ? new convolution_forward.primitive_desc(
                        dnn.engine(),
                        kind,
                        DIRECT,
                        from,
                        weights,
                        bias,
                        to,
                        strides,
                        padding,
                        padding,
                        attributes,
                        false)
                : new convolution_forward.primitive_desc(
                        dnn.engine(),
                        kind,
                        DIRECT,
                        from,
                        weights,
                        to,
                        strides,
                        padding,
                        padding,
                        attributes,
                        false);
    }

    convolution_backward_weights.primitive_desc weightChange(
            convolution_forward.primitive_desc hint, memory.desc weights) {
        return hasBias()
                ? new convolution_backward_weights.primitive_desc(
                        dnn.engine(),
                        DIRECT,
                        hint.src_desc(),
                        weights,
                        bias,
                        hint.dst_desc(),
                        strides,
                        padding,
                        padding,
                        hint,
                        Dnn.attributes(),
                        false)
                : new convolution_backward_weights.primitive_desc(
                        dnn.engine(),
                        DIRECT,
                        hint.src_desc(),
                        weights,
                        hint.dst_desc(),
                        strides,
                        padding,
                        padding,
                        hint,
                        Dnn.attributes(),
                        false);
    }

    convolution_backward_data.primitive_desc inputChange(
            convolution_forward.primitive_desc hint, memory.desc weights) {
        return new convolution_backward_data.primitive_desc(
                dnn.engine(),
                DIRECT,
                hint.src_desc(),
                weights,
                hint.dst_desc(),
                strides,
                padding,
                padding,
                hint,
                Dnn.attributes(),
                false);
    }
}
