package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Convolve;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
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
        return forward(kind, from, weights, to, Dnn.rectified(operation.relu()));
    }

    /** Describe the same with something in the layout of the result added before rectification. */
    convolution_forward.primitive_desc adding(convolution_forward.primitive_desc chosen) {
        post_ops after = new post_ops();
        after.append_binary(dnnl.algorithm.binary_add, chosen.dst_desc());
        if (operation.relu()) {
            after.append_eltwise(dnnl.algorithm.eltwise_relu, 0f, 0f);
        }
        return forward(
                dnnl.prop_kind.forward_inference,
                chosen.src_desc(),
                chosen.weights_desc(),
                chosen.dst_desc(),
                Dnn.attributes(after));
    }

    private convolution_forward.primitive_desc forward(
            dnnl.prop_kind kind,
            memory.desc from,
            memory.desc weights,
            memory.desc to,
            primitive_attr attributes) {
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
