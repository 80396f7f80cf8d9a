package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Normalization by the batch's own statistics.
 *
 * <p>Every lane takes mean and variance of its own samples; when all have, each joins them (Chan,
 * Golub and LeVeque 1979) and normalizes by those of the whole batch. On the way back lanes sum
 * likewise the gradients of scale and shift, from which those of the values follow.
 */
final class NormalizeDesign extends OneDnnDesign {

    private static final int SCALE = dnnl.normalization_flags.use_scale.value;
    private static final int SHIFT = dnnl.normalization_flags.use_shift.value;
    private static final int GLOBAL = dnnl.normalization_flags.use_global_stats.value;
    private static final int RELU = dnnl.normalization_flags.fuse_norm_relu.value;

    private final Normalize operation;
    private final memory.desc values;
    private final memory.desc channel;
    private final int channels;
    private final Slices slices;
    private final long statisticsAt;
    private @Nullable Step normalize;
    private @Nullable Added added;
    private @Nullable SummedLine adding;
    private final Step measure;
    private final @Nullable NormalizeChange change;
    private final long piecesAt;
    private final long unusedAt;
    private final long lineAt;

    NormalizeDesign(Dnn dnn, KernelRequest request, Normalize operation) {
        super(dnn, request);
        this.operation = operation;
        values = Formats.maps(source());
        channels = operation.input().shape().channels();
        channel = Dnn.plain(channels);
        slices = Slices.of(values);
        statisticsAt = workspaceRoom().take(2L * channels);
        if (operation.added() == null) {
            int flags = GLOBAL | SCALE | SHIFT | (operation.relu() ? RELU : 0);
            normalize = Step.of(this, forward(dnnl.prop_kind.forward_inference, values, flags));
        } else if (!operation.relu()) {
            throw new IllegalArgumentException("sums join normalization before a rectifier alone");
        } else {
            added = Added.of(this, values);
            adding = SummedLine.of(this, values, false, SummedLine.Last.RECTIFICATION);
        }
        piecesAt = scratchRoom().take(ChannelStatistics.room(slices));
        unusedAt = scratchRoom().take(slices.floats());
        measure = Step.of(this, forward(dnnl.prop_kind.forward_training, slices.desc(), 0));
        lineAt = workspaceRoom().take(3L * channels);
        change =
                differentiated()
                        ? NormalizeChange.of(this, operation, values, slices, added, piecesAt)
                        : null;
    }

    private batch_normalization_forward.primitive_desc forward(
            dnnl.prop_kind kind, memory.desc desc, int flags) {
        return new batch_normalization_forward.primitive_desc(
                dnn().engine(),
                kind.value,
                desc,
                desc,
                (float) operation.epsilon(),
                flags,
                Dnn.attributes(),
                false);
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
        return (long) ChannelStatistics.SHOWN * channels;
    }

    /** What is added has no part in any gradient. */
    @Override
    public boolean keepsInput(int index) {
        return differentiated() && index == 0;
    }

    @Override
    public boolean keepsOutputs() {
        return differentiated() && operation.relu();
    }

    @Override
    public String describe() {
        return adding == null
                ? "oneDNN normalization " + Objects.requireNonNull(normalize).implementation()
                : "oneDNN normalization and sum " + adding.step().implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Place statistics = new Place(bindings.workspace(), statisticsAt);
        NormalizeChange back = isTrained(bindings) ? change : null;
        return new NormalizeKernel(
                new ChannelStatistics(
                        operation, slices, request(), bindings, piecesAt, statisticsAt, lineAt),
                slices.count(),
                measuring(bindings, measure),
                normalizing(bindings, statistics, statistics.plus(channels)),
                back == null ? List.of() : back.bindSums(bindings, statistics),
                back == null ? List.of() : back.bindLine(bindings, line(bindings)));
    }

    /** The primitive that takes statistics normalizes by them too, which is not what is wanted. */
    private Call measuring(Bindings bindings, Step step) {
        memory.desc channelOfPiece = Dnn.plain(slices.channels());
        Place pieces = new Place(bindings.scratch(), piecesAt);
        return step.bind(bindings)
                .moving(dnnl.DNNL_ARG_SRC, slices, Place.of(bindings.inputs().get(0)))
                .with(dnnl.DNNL_ARG_DST, slices.desc(), new Place(bindings.scratch(), unusedAt))
                .perPiece(dnnl.DNNL_ARG_MEAN, slices, channelOfPiece, pieces)
                .perPiece(
                        dnnl.DNNL_ARG_VARIANCE,
                        slices,
                        channelOfPiece,
                        pieces.plus(slices.channels()))
                .build();
    }

    private Place line(Bindings bindings) {
        return new Place(bindings.workspace(), lineAt);
    }

    private List<Call> normalizing(Bindings bindings, Place mean, Place variance) {
        if (added != null && adding != null) {
            List<Call> calls = new ArrayList<>(added.enter(bindings));
            calls.add(
                    adding.bind(
                            bindings,
                            Place.of(bindings.inputs().get(0)),
                            added.place(bindings),
                            line(bindings),
                            Place.of(bindings.outputs().get(0))));
            return calls;
        }
        return List.of(normalizingAlone(bindings, mean, variance));
    }

    private Call normalizingAlone(Bindings bindings, Place mean, Place variance) {
        return Objects.requireNonNull(normalize)
                .bind(bindings)
                .with(dnnl.DNNL_ARG_SRC, values, Place.of(bindings.inputs().get(0)))
                .with(dnnl.DNNL_ARG_DST, values, Place.of(bindings.outputs().get(0)))
                .with(dnnl.DNNL_ARG_MEAN, channel, mean)
                .with(dnnl.DNNL_ARG_VARIANCE, channel, variance)
                .with(dnnl.DNNL_ARG_SCALE, channel, Place.of(bindings.parameters().get(0)))
                .with(dnnl.DNNL_ARG_SHIFT, channel, Place.of(bindings.parameters().get(1)))
                .build();
    }
}
