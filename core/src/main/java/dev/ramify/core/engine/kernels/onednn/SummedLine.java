package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.jspecify.annotations.Nullable;

/**
 * For each channel a line of its values, plus other values: {@code slope value + offset + other},
 * which is then multiplied by a gain or rectified. Batch normalization that adds is of this kind,
 * and so are its gradients, given sums over the batch.
 *
 * @param step the primitive
 * @param values layout of all values
 * @param perChannel layout of one factor per channel
 * @param line the primitive where it is a {@link ChannelLine}; null where it is elementwise
 * @param inPlace whether the other values lie where the result is written
 * @param last what happens to the sum
 */
record SummedLine(
        Step step,
        memory.desc values,
        memory.desc perChannel,
        @Nullable ChannelLine line,
        boolean inPlace,
        Last last) {

    /** What happens to the sum. */
    enum Last {
        GAIN,
        RECTIFICATION
    }

    static SummedLine of(OneDnnDesign design, memory.desc values, boolean inPlace, Last last) {
        memory.desc perChannel = Dnn.plain(1, Dnn.sizes(values)[1], 1, 1);
        post_ops after = summing(values, inPlace);
        finishing(after, perChannel, last);
        ChannelLine line = ChannelLine.followedBy(design, values, after);
        Step step =
                line == null ? elementwise(design, values, perChannel, inPlace, last) : line.step();
        return new SummedLine(step, values, perChannel, line, inPlace, last);
    }

    private static post_ops summing(memory.desc values, boolean inPlace) {
        post_ops after = new post_ops();
        if (inPlace) {
            after.append_sum();
        } else {
            after.append_binary(dnnl.algorithm.binary_add, values);
        }
        return after;
    }

    private static void finishing(post_ops after, memory.desc perChannel, Last last) {
        if (last == Last.GAIN) {
            after.append_binary(dnnl.algorithm.binary_mul, perChannel);
        } else {
            after.append_eltwise(dnnl.algorithm.eltwise_relu, 0f, 0f);
        }
    }

    private static Step elementwise(
            OneDnnDesign design,
            memory.desc values,
            memory.desc perChannel,
            boolean inPlace,
            Last last) {
        post_ops after = summing(values, inPlace);
        after.append_binary(dnnl.algorithm.binary_add, perChannel);
        finishing(after, perChannel, last);
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
     * @param other the other values, lying at the target if this is in place
     * @param factors one slope per channel, then one offset, then, if there are any, one gain
     */
    Call bind(Bindings bindings, Place value, Place other, Place factors, Place target) {
        long channels = Dnn.sizes(perChannel)[1];
        Place offsets = factors.plus(channels);
        Call.Builder call =
                line == null
                        ? step.bind(bindings)
                                .with(dnnl.DNNL_ARG_SRC_0, values, value)
                                .with(dnnl.DNNL_ARG_SRC_1, perChannel, factors)
                                .with(dnnl.DNNL_ARG_DST, values, target)
                                .with(Dnn.after(1), perChannel, offsets)
                        : line.bind(bindings, value, factors, offsets, target);
        if (!inPlace) {
            call.with(Dnn.after(0), values, other);
        }
        if (last == Last.GAIN) {
            call.with(Dnn.after(line == null ? 2 : 1), perChannel, factors.plus(2 * channels));
        }
        return call.build();
    }
}
