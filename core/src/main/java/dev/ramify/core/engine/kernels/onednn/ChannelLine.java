package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory.format_tag;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * A slope and perhaps an offset for all values of a channel, as a convolution of one pixel with a
 * group per channel: there, unlike in elementwise operations, blocked layouts are fast on every
 * processor.
 *
 * @param step the primitive
 * @param values layout of the values and of the result
 * @param slopes layout of one value per channel
 * @param offsets the same; null without offsets
 */
record ChannelLine(
        Step step, memory.desc values, memory.desc slopes, memory.@Nullable desc offsets) {

    /** Design {@code result = slope value}; return null if there is no fast way. */
    static @Nullable ChannelLine scaling(OneDnnDesign design, memory.desc values) {
        return of(design, values, false, Dnn.attributes());
    }

    /**
     * Design {@code result = slope value + offset} and operations on the result; return null if
     * there is no fast way.
     */
    static @Nullable ChannelLine followedBy(
            OneDnnDesign design, memory.desc values, post_ops after) {
        return of(design, values, true, Dnn.attributes(after));
    }

    private static @Nullable ChannelLine of(
            OneDnnDesign design, memory.desc values, boolean offset, primitive_attr attributes) {
        long[] sizes = Dnn.sizes(values);
        int block = Formats.block(values);
        if (block == 0 || sizes[1] % block != 0) {
            return null;
        }
        memory.desc slopes =
                new memory.desc(
                        new long[] {sizes[1], 1, 1, 1, 1},
                        Dnn.FLOAT,
                        block == 16 ? format_tag.Goihw16g : format_tag.Goihw8g);
        memory.desc offsets = offset ? Dnn.plain(sizes[1]) : null;
        convolution_forward.primitive_desc chosen =
                describe(design.dnn(), values, slopes, offsets, attributes);
        return Step.isSlow(chosen)
                ? null
                : new ChannelLine(Step.of(design, chosen), values, slopes, offsets);
    }

    private static convolution_forward.primitive_desc describe(
            Dnn dnn,
            memory.desc values,
            memory.desc slopes,
            memory.@Nullable desc offsets,
            primitive_attr attributes) {
        long[] ones = {1, 1};
        long[] zeros = {0, 0};
        return offsets == null
                ? new convolution_forward.primitive_desc(
                        dnn.engine(),
                        dnnl.prop_kind.forward_inference,
                        dnnl.algorithm.convolution_direct,
                        values,
                        slopes,
                        values,
                        ones,
                        zeros,
                        zeros,
                        attributes,
                        false)
                : new convolution_forward.primitive_desc(
                        dnn.engine(),
                        dnnl.prop_kind.forward_inference,
                        dnnl.algorithm.convolution_direct,
                        values,
                        slopes,
                        offsets,
                        values,
                        ones,
                        zeros,
                        zeros,
                        attributes,
                        false);
    }

    /**
     * Begin a call; operations on the result lack their operands.
     *
     * @param offset where the offsets lie; not read without them
     */
    Call.Builder bind(Bindings bindings, Place source, Place slope, Place offset, Place target) {
        Call.Builder call =
                step.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, values, source)
                        .with(dnnl.DNNL_ARG_WEIGHTS, slopes, slope)
                        .with(dnnl.DNNL_ARG_DST, values, target);
        if (offsets != null) {
            call.with(dnnl.DNNL_ARG_BIAS, offsets, offset);
        }
        return call;
    }
}
