package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.Window;
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
    private final long[] dilation;
    private final long[] before;
    private final long[] after;
    private final memory.desc bias;

    ConvolveParts(Dnn dnn, Convolve operation) {
        this.dnn = dnn;
        this.operation = operation;
        Window window = operation.window();
        Window.Margins margins = operation.margins();
        strides = new long[] {window.stride().height(), window.stride().width()};
        dilation = new long[] {window.dilation().height() - 1L, window.dilation().width() - 1L};
        before = new long[] {margins.top(), margins.left()};
        after = new long[] {margins.bottom(), margins.right()};
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
        return forward(kind, from, weights, to, Dnn.activated(operation.activation()));
    }

    /**
     * Describe the same with something in the layout of the result added before activationGradient.
     */
    convolution_forward.primitive_desc adding(convolution_forward.primitive_desc chosen) {
        post_ops following = new post_ops();
        following.append_binary(dnnl.algorithm.binary_add, chosen.dst_desc());
        if (operation.activation() != null) {
            Elementwise.of(operation.activation()).append(following);
        }
        return forward(
                dnnl.prop_kind.forward_inference,
                chosen.src_desc(),
                chosen.weights_desc(),
                chosen.dst_desc(),
                Dnn.attributes(following));
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
                        dilation,
                        before,
                        after,
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
                        dilation,
                        before,
                        after,
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
                        dilation,
                        before,
                        after,
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
                        dilation,
                        before,
                        after,
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
                dilation,
                before,
                after,
                hint,
                Dnn.attributes(),
                false);
    }
}
