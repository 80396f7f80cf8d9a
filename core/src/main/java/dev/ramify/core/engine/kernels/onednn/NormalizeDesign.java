package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Batch normalization.
 *
 * <p>In training every lane takes mean and variance of its own samples; when all have, each joins
 * them (Chan, Golub and LeVeque 1979) and normalizes by those of the whole batch. On the way back
 * lanes sum likewise what the statistics contribute to the gradient.
 */
final class NormalizeDesign extends OneDnnDesign {

    private static final int SCALE = dnnl.normalization_flags.use_scale.value;
    private static final int SHIFT = dnnl.normalization_flags.use_shift.value;
    private static final int GLOBAL = dnnl.normalization_flags.use_global_stats.value;
    private static final int RELU = dnnl.normalization_flags.fuse_norm_relu.value;

    /** The second operand of the second operation on the result. */
    private static final int ADDED_AFTER_SUM = 2 * dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;

    private final Normalize operation;
    private final memory.desc values;
    private final memory.desc channel;
    private final memory.desc perChannel;
    private final int channels;
    private final @Nullable Step measure;
    private final Step normalize;
    private @Nullable Rectification rectification;
    private @Nullable Step back;
    private @Nullable Step correct;
    private @Nullable ChannelLine line;
    private final long statisticsAt;
    private long correctionAt;
    private long unusedAt;

    NormalizeDesign(Dnn dnn, KernelRequest request, Normalize operation) {
        super(dnn, request);
        this.operation = operation;
        values = Formats.maps(source());
        channels = operation.input().shape().channels();
        channel = Dnn.plain(channels);
        perChannel = Dnn.plain(1, channels, 1, 1);
        statisticsAt = workspaceRoom().take(2L * channels);
        batch_normalization_forward.primitive_desc hint =
                forward(false, GLOBAL | SCALE | SHIFT | (operation.relu() ? RELU : 0));
        normalize = Step.of(this, hint);
        measure = training() ? Step.of(this, forward(true, 0)) : null;
        if (training()) {
            designBackward();
        }
    }

    private batch_normalization_forward.primitive_desc forward(boolean measuring, int flags) {
        dnnl.prop_kind kind =
                measuring ? dnnl.prop_kind.forward_training : dnnl.prop_kind.forward_inference;
        return new batch_normalization_forward.primitive_desc(
                dnn().engine(),
                kind.value,
                values,
                values,
                (float) operation.epsilon(),
                flags,
                Dnn.attributes(),
                false);
    }

    private void designBackward() {
        rectification = Rectification.of(this, operation.relu(), values);
        batch_normalization_forward.primitive_desc hint =
                new batch_normalization_forward.primitive_desc(
                        dnn().engine(),
                        dnnl.prop_kind.forward_training.value,
                        values,
                        values,
                        (float) operation.epsilon(),
                        GLOBAL | SCALE | SHIFT,
                        Dnn.attributes(),
                        false);
        back =
                Step.of(
                        this,
                        new batch_normalization_backward.primitive_desc(
                                dnn().engine(),
                                dnnl.prop_kind.backward.value,
                                values,
                                values,
                                values,
                                (float) operation.epsilon(),
                                GLOBAL | SCALE | SHIFT,
                                hint,
                                Dnn.attributes(),
                                false));
        line = ChannelLine.adding(this, values);
        correct = line == null ? elementwise() : line.step();
        correctionAt = workspaceRoom().take(2L * channels);
        unusedAt = needsInputGradient() ? 0 : scratchRoom().take(Dnn.floats(values));
    }

    private Step elementwise() {
        post_ops after = new post_ops();
        after.append_sum();
        after.append_binary(dnnl.algorithm.binary_add, perChannel);
        return Step.of(
                this,
                new binary.primitive_desc(
                        dnn().engine(),
                        dnnl.algorithm.binary_mul,
                        values,
                        perChannel,
                        values,
                        Dnn.attributes(after),
                        false));
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), values));
    }

    @Override
    public List<Layout> parameters() {
        List<Layout> layouts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            layouts.add(new BlockedLayout(dnn(), channel));
        }
        return layouts;
    }

    @Override
    public long shown() {
        return training() ? (long) ChannelStatistics.SHOWN * channels : 0;
    }

    @Override
    public boolean keepsInputs() {
        return training();
    }

    @Override
    public boolean keepsOutputs() {
        return training() && operation.relu();
    }

    @Override
    public String describe() {
        return "oneDNN normalization " + normalize.implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        if (measure == null || rectification == null || back == null || correct == null) {
            return inference(bindings);
        }
        ChannelStatistics statistics =
                new ChannelStatistics(
                        operation, channels, request(), bindings, statisticsAt, correctionAt);
        Place mean = new Place(bindings.workspace(), statisticsAt);
        Place variance = new Place(bindings.workspace(), statisticsAt + channels);
        Place input = Place.of(bindings.inputs().get(0));
        Place output = Place.of(bindings.outputs().get(0));
        Call measuring =
                measure.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, values, input)
                        .with(dnnl.DNNL_ARG_DST, values, output)
                        .with(dnnl.DNNL_ARG_MEAN, channel, mean)
                        .with(dnnl.DNNL_ARG_VARIANCE, channel, variance)
                        .build();
        Script script = new Script();
        if (isTrained(bindings)) {
            bindBackward(
                    bindings, script, rectification.bind(bindings, script), back, mean, variance);
        }
        @Nullable INDArray target = isTrained(bindings) ? bindings.inputGradients().get(0) : null;
        @Nullable Call correcting =
                target == null ? null : correction(bindings, correct, input, Place.of(target));
        return new NormalizeKernel(
                statistics,
                measuring,
                normalizing(bindings, mean, variance),
                script.kernel(),
                correcting);
    }

    private Kernel inference(Bindings bindings) {
        Script script = new Script();
        script.forward(
                normalizing(
                        bindings,
                        Place.of(bindings.parameters().get(2)),
                        Place.of(bindings.parameters().get(3))));
        return script.kernel();
    }

    private Call normalizing(Bindings bindings, Place mean, Place variance) {
        return normalize
                .bind(bindings)
                .with(dnnl.DNNL_ARG_SRC, values, Place.of(bindings.inputs().get(0)))
                .with(dnnl.DNNL_ARG_DST, values, Place.of(bindings.outputs().get(0)))
                .with(dnnl.DNNL_ARG_MEAN, channel, mean)
                .with(dnnl.DNNL_ARG_VARIANCE, channel, variance)
                .with(dnnl.DNNL_ARG_SCALE, channel, Place.of(bindings.parameters().get(0)))
                .with(dnnl.DNNL_ARG_SHIFT, channel, Place.of(bindings.parameters().get(1)))
                .build();
    }

    /**
     * Gradients as if mean and variance were constants; the sums that correct this come with them.
     */
    private void bindBackward(
            Bindings bindings, Script script, Place change, Step step, Place mean, Place variance) {
        @Nullable INDArray wanted = bindings.inputGradients().get(0);
        Place target = wanted == null ? new Place(bindings.scratch(), unusedAt) : Place.of(wanted);
        script.backward(
                step.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, values, Place.of(bindings.inputs().get(0)))
                        .with(dnnl.DNNL_ARG_MEAN, channel, mean)
                        .with(dnnl.DNNL_ARG_VARIANCE, channel, variance)
                        .with(dnnl.DNNL_ARG_DIFF_DST, values, change)
                        .with(dnnl.DNNL_ARG_SCALE, channel, Place.of(bindings.parameters().get(0)))
                        .with(dnnl.DNNL_ARG_DIFF_SRC, values, target)
                        .with(dnnl.DNNL_ARG_DIFF_SCALE, channel, AffineDesign.gradient(bindings, 0))
                        .with(dnnl.DNNL_ARG_DIFF_SHIFT, channel, AffineDesign.gradient(bindings, 1))
                        .build());
    }

    private Call correction(Bindings bindings, Step step, Place input, Place target) {
        if (line != null) {
            Place slopes = new Place(bindings.workspace(), correctionAt);
            return line.bind(bindings, input, slopes, slopes.plus(channels), target);
        }
        return step.bind(bindings)
                .with(dnnl.DNNL_ARG_SRC_0, values, input)
                .with(
                        dnnl.DNNL_ARG_SRC_1,
                        perChannel,
                        new Place(bindings.workspace(), correctionAt))
                .with(dnnl.DNNL_ARG_DST, values, target)
                .with(
                        ADDED_AFTER_SUM | dnnl.DNNL_ARG_SRC_1,
                        perChannel,
                        new Place(bindings.workspace(), correctionAt + channels))
                .build();
    }
}
