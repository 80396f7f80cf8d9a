package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.jspecify.annotations.Nullable;

/**
 * What the gradients of normalized values are, given sums over the batch: for each channel {@code
 * gain (gradient + slope value + offset)}.
 *
 * @param step the primitive
 * @param values layout of values and gradients
 * @param perChannel layout of one factor per channel
 * @param line the primitive where it is a {@link ChannelLine}; null where it is elementwise
 * @param inPlace whether the gradients lie where the result is written
 */
record GradientLine(
        Step step,
        memory.desc values,
        memory.desc perChannel,
        @Nullable ChannelLine line,
        boolean inPlace) {

    static GradientLine of(OneDnnDesign design, memory.desc values, boolean inPlace) {
        memory.desc perChannel = Dnn.plain(1, Dnn.sizes(values)[1], 1, 1);
        post_ops after = addingGradient(values, inPlace);
        after.append_binary(dnnl.algorithm.binary_mul, perChannel);
        ChannelLine line = ChannelLine.followedBy(design, values, after);
        Step step = line == null ? elementwise(design, values, perChannel, inPlace) : line.step();
        return new GradientLine(step, values, perChannel, line, inPlace);
    }

    private static post_ops addingGradient(memory.desc values, boolean inPlace) {
        post_ops after = new post_ops();
        if (inPlace) {
            after.append_sum();
        } else {
            after.append_binary(dnnl.algorithm.binary_add, values);
        }
        return after;
    }

    private static Step elementwise(
            OneDnnDesign design, memory.desc values, memory.desc perChannel, boolean inPlace) {
        post_ops after = addingGradient(values, inPlace);
        after.append_binary(dnnl.algorithm.binary_add, perChannel);
        after.append_binary(dnnl.algorithm.binary_mul, perChannel);
        return Step.of(
                design,
                new binary.primitive_desc(
                        design.dnn().engine(),
                        dnnl.algorithm.binary_mul,
                        values,
                        perChannel,
                        values,
                        Dnn.attributes(after),
                        false));
    }

    /**
     * Bind.
     *
     * @param input the values
     * @param gradient gradients of the normalized values, lying at the target if this is in place
     * @param factors one slope per channel, then one offset, then one gain
     */
    Call bind(Bindings bindings, Place input, Place gradient, Place factors, Place target) {
        long channels = Dnn.sizes(perChannel)[1];
        Place offsets = factors.plus(channels);
        Call.Builder call =
                line == null
                        ? step.bind(bindings)
                                .with(dnnl.DNNL_ARG_SRC_0, values, input)
                                .with(dnnl.DNNL_ARG_SRC_1, perChannel, factors)
                                .with(dnnl.DNNL_ARG_DST, values, target)
                                .with(after(1), perChannel, offsets)
                        : line.bind(bindings, input, factors, offsets, target);
        if (!inPlace) {
            call.with(after(0), values, gradient);
        }
        return call.with(after(line == null ? 2 : 1), perChannel, factors.plus(2 * channels))
                .build();
    }

    /** Return the argument that is the second operand of an operation on the result. */
    private static int after(int operation) {
        return (operation + 1) * dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE | dnnl.DNNL_ARG_SRC_1;
    }
}
