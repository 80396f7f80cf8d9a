package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Flat;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A scale and shift of each channel: a normalization by a mean of 0, a variance of 0 and an epsilon
 * of 1, which divides by 1 where blocks of channels are filled up with zeros, too.
 */
final class ScaleShiftDesign extends OneDnnDesign {

    private static final int FLAGS =
            dnnl.normalization_flags.use_global_stats.value
                    | dnnl.normalization_flags.use_scale.value
                    | dnnl.normalization_flags.use_shift.value;

    private static final float EPSILON = 1;

    private final memory.desc values;
    private final memory.desc channel;
    private final int channels;
    private final Step forward;
    private final @Nullable Step backward;
    private final long unusedAt;
    private final long unusedChannelsAt;

    ScaleShiftDesign(Dnn dnn, KernelRequest request) {
        super(dnn, request);
        values = Formats.maps(source());
        channels = Math.toIntExact(Dnn.sizes(values)[1]);
        channel = Dnn.plain(channels);
        batch_normalization_forward.primitive_desc chosen =
                new batch_normalization_forward.primitive_desc(
                        dnn.engine(),
                        differentiated()
                                ? dnnl.prop_kind.forward_training.value
                                : dnnl.prop_kind.forward_inference.value,
                        values,
                        values,
                        EPSILON,
                        FLAGS,
                        Dnn.attributes(),
                        false);
        forward = Step.of(this, chosen);
        backward = differentiated() ? Step.of(this, backward(chosen)) : null;
        unusedAt = backward == null ? 0 : scratchRoom().take(Dnn.floats(values));
        unusedChannelsAt = backward == null ? 0 : scratchRoom().take(2L * channels);
    }

    private batch_normalization_backward.primitive_desc backward(
            batch_normalization_forward.primitive_desc hint) {
        return new batch_normalization_backward.primitive_desc(
                dnn().engine(),
                dnnl.prop_kind.backward.value,
                values,
                values,
                values,
                EPSILON,
                FLAGS,
                hint,
                Dnn.attributes(),
                false);
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), values));
    }

    @Override
    public List<Layout> parameters() {
        return List.of(new BlockedLayout(dnn(), channel), new BlockedLayout(dnn(), channel));
    }

    @Override
    public boolean keepsInput(int index) {
        return backward != null;
    }

    @Override
    public String describe() {
        return "oneDNN scale and shift " + forward.implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place zeros = Place.of(Flat.zeros(channels));
        Call.Builder call =
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, values, Place.of(bindings.inputs().get(0)))
                        .with(dnnl.DNNL_ARG_DST, values, Place.of(bindings.outputs().get(0)))
                        .with(dnnl.DNNL_ARG_MEAN, channel, zeros)
                        .with(dnnl.DNNL_ARG_VARIANCE, channel, zeros)
                        .with(dnnl.DNNL_ARG_SCALE, channel, parameter(bindings, 0))
                        .with(dnnl.DNNL_ARG_SHIFT, channel, parameter(bindings, 1));
        script.forward(call.build());
        if (backward != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            Place changed =
                    target == null ? new Place(bindings.scratch(), unusedAt) : Place.of(target);
            Place gradient = Place.of(bindings.outputGradients().get(0));
            script.backward(
                    backward.bind(bindings)
                            .with(dnnl.DNNL_ARG_SRC, values, Place.of(bindings.inputs().get(0)))
                            .with(dnnl.DNNL_ARG_MEAN, channel, zeros)
                            .with(dnnl.DNNL_ARG_VARIANCE, channel, zeros)
                            .with(dnnl.DNNL_ARG_SCALE, channel, parameter(bindings, 0))
                            .with(dnnl.DNNL_ARG_DIFF_DST, values, gradient)
                            .with(dnnl.DNNL_ARG_DIFF_SRC, values, changed)
                            .with(dnnl.DNNL_ARG_DIFF_SCALE, channel, change(bindings, 0))
                            .with(dnnl.DNNL_ARG_DIFF_SHIFT, channel, change(bindings, 1))
                            .build());
        }
        return script.kernel();
    }

    private static Place parameter(Bindings bindings, int index) {
        return Place.of(bindings.parameters().get(index));
    }

    /** Return where the gradient of a parameter goes; somewhere if nobody needs it. */
    private Place change(Bindings bindings, int index) {
        @Nullable INDArray wanted = bindings.parameterGradients().get(index);
        return wanted == null
                ? new Place(bindings.scratch(), unusedChannelsAt + (long) index * channels)
                : Place.of(wanted);
    }
}
