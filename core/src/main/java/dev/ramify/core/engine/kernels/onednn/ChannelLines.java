package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import java.util.Arrays;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Adds to maps, channel by channel, a line of other maps: {@code y += slope x + offset}.
 *
 * <p>The line is a normalization by mean 0 and deviation 1. As a product with a value per channel,
 * the plainer way to write it, the library has no fast code for it where instructions are less than
 * AVX-512: 90 % of a step went there.
 */
final class ChannelLines {

    private static final int FLAGS =
            dnnl.normalization_flags.use_scale.value
                    | dnnl.normalization_flags.use_shift.value
                    | dnnl.normalization_flags.use_global_stats.value;

    private final memory.desc values;
    private final memory.desc channel;
    private final Step line;
    private final Step add;

    /** Means, then variances; never written again. */
    private final INDArray standard;

    private final long linesAt;

    ChannelLines(OneDnnDesign design, memory.desc values, int channels, double epsilon) {
        this.values = values;
        this.channel = Dnn.plain(channels);
        float floor = (float) epsilon;
        line =
                Step.of(
                        design,
                        new batch_normalization_forward.primitive_desc(
                                design.dnn().engine(),
                                dnnl.prop_kind.forward_inference.value,
                                values,
                                values,
                                floor,
                                FLAGS,
                                Dnn.attributes(),
                                false));
        add =
                Step.of(
                        design,
                        new binary.primitive_desc(
                                design.dnn().engine(),
                                dnnl.algorithm.binary_add,
                                values,
                                values,
                                values,
                                Dnn.attributes(),
                                false));
        float[] moments = new float[2 * channels];
        Arrays.fill(moments, channels, moments.length, 1 - floor);
        standard = Nd4j.createFromArray(moments);
        linesAt = design.scratchRoom().take(Dnn.floats(values));
    }

    /**
     * Give the arrays.
     *
     * @param x the other maps
     * @param y the maps that are added to
     * @param slope one per channel
     * @param offset one per channel
     */
    Call[] bind(Bindings bindings, Place x, Place y, Place slope, Place offset) {
        Place lines = new Place(bindings.scratch(), linesAt);
        return new Call[] {
            line.bind(bindings)
                    .with(dnnl.DNNL_ARG_SRC, values, x)
                    .with(dnnl.DNNL_ARG_DST, values, lines)
                    .with(dnnl.DNNL_ARG_MEAN, channel, new Place(standard, 0))
                    .with(
                            dnnl.DNNL_ARG_VARIANCE,
                            channel,
                            new Place(standard, standard.length() / 2))
                    .with(dnnl.DNNL_ARG_SCALE, channel, slope)
                    .with(dnnl.DNNL_ARG_SHIFT, channel, offset)
                    .build(),
            add.bind(bindings)
                    .with(dnnl.DNNL_ARG_SRC_0, values, y)
                    .with(dnnl.DNNL_ARG_SRC_1, values, lines)
                    .with(dnnl.DNNL_ARG_DST, values, y)
                    .build()
        };
    }
}
