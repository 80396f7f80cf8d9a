package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.kernels.Bindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The way back through batch normalization: each lane sums the gradients of scale and shift; when
 * all lanes have, the gradients of the values follow.
 *
 * @param slices pieces that are summed one after another
 * @param rectify the way back through a rectifier that follows; null if none does
 * @param sum the primitive that sums over a piece
 * @param added what is added before the rectifier, whose gradients are those that pass it; null for
 *     nothing
 * @param line gradients of the values from the sums; null where nobody needs them
 * @param channel layout of one value per channel of a piece
 * @param rectifiedAt where gradients that pass the rectifier lie in the scratch array, if they do
 *     not lie where those of the values will be
 * @param unusedAt where the primitive writes in the scratch array what is not used
 * @param sumsAt where the sums of pieces begin in the scratch array
 */
record NormalizeChange(
        Slices slices,
        @Nullable Step rectify,
        Step sum,
        @Nullable Added added,
        @Nullable SummedLine line,
        memory.desc channel,
        long rectifiedAt,
        long unusedAt,
        long sumsAt) {

    private static final Elementwise RELU = Elementwise.of(new ActivationFunction.Relu());
    private static final int FLAGS =
            dnnl.normalization_flags.use_global_stats.value
                    | dnnl.normalization_flags.use_scale.value
                    | dnnl.normalization_flags.use_shift.value;

    static NormalizeChange of(
            OneDnnDesign design,
            Normalize operation,
            memory.desc values,
            Slices slices,
            @Nullable Added added,
            long sumsAt) {
        boolean relu = operation.relu();
        boolean wanted = design.needsInputGradient();
        boolean shared = added != null && design.request().inputGradients().get(Added.INDEX);
        return new NormalizeChange(
                slices,
                relu ? Step.of(design, RELU.backward(design.dnn(), slices.desc())) : null,
                Step.of(design, backward(design.dnn(), slices.desc(), (float) operation.epsilon())),
                added,
                wanted
                        ? SummedLine.of(design, values, relu && !shared, SummedLine.Last.GAIN)
                        : null,
                Dnn.plain(slices.channels()),
                relu && !wanted && !shared ? design.scratchRoom().take(slices.floats()) : 0,
                design.scratchRoom().take(slices.floats()),
                sumsAt);
    }

    private static batch_normalization_backward.primitive_desc backward(
            Dnn dnn, memory.desc piece, float epsilon) {
        batch_normalization_forward.primitive_desc hint =
                new batch_normalization_forward.primitive_desc(
                        dnn.engine(),
                        dnnl.prop_kind.forward_training.value,
                        piece,
                        piece,
                        epsilon,
                        FLAGS,
                        Dnn.attributes(),
                        false);
        return new batch_normalization_backward.primitive_desc(
                dnn.engine(),
                dnnl.prop_kind.backward.value,
                piece,
                piece,
                piece,
                epsilon,
                FLAGS,
                hint,
                Dnn.attributes(),
                false);
    }

    /** Return the calls that sum, to be run piece by piece. */
    List<Call> bindSums(Bindings bindings, Place statistics) {
        Place change = change(bindings);
        // What passes the rectifier is kept for all pieces only where it is needed again.
        boolean kept =
                rectify == null || bindings.inputGradients().stream().anyMatch(Objects::nonNull);
        Call.Builder call =
                sum.bind(bindings)
                        .moving(dnnl.DNNL_ARG_SRC, slices, Place.of(bindings.inputs().get(0)))
                        .with(
                                dnnl.DNNL_ARG_DIFF_SRC,
                                slices.desc(),
                                new Place(bindings.scratch(), unusedAt));
        if (kept) {
            call.moving(dnnl.DNNL_ARG_DIFF_DST, slices, change);
        } else {
            call.with(dnnl.DNNL_ARG_DIFF_DST, slices.desc(), change);
        }
        bindChannels(bindings, call, statistics);
        return rectify == null
                ? List.of(call.build())
                : List.of(rectifying(bindings, rectify, change, kept), call.build());
    }

    private void bindChannels(Bindings bindings, Call.Builder call, Place statistics) {
        long channels = (long) slices.parts() * slices.channels();
        Place sums = new Place(bindings.scratch(), sumsAt);
        call.perPart(dnnl.DNNL_ARG_MEAN, slices, channel, statistics)
                .perPart(dnnl.DNNL_ARG_VARIANCE, slices, channel, statistics.plus(channels))
                .perPart(
                        dnnl.DNNL_ARG_SCALE,
                        slices,
                        channel,
                        Place.of(bindings.parameters().get(0)))
                .perPiece(dnnl.DNNL_ARG_DIFF_SCALE, slices, channel, sums)
                .perPiece(dnnl.DNNL_ARG_DIFF_SHIFT, slices, channel, sums.plus(slices.channels()));
    }

    private Call rectifying(Bindings bindings, Step step, Place change, boolean kept) {
        Call.Builder call =
                step.bind(bindings)
                        .moving(dnnl.DNNL_ARG_DST, slices, Place.of(bindings.outputs().get(0)))
                        .moving(
                                dnnl.DNNL_ARG_DIFF_DST,
                                slices,
                                Place.of(bindings.outputGradients().get(0)));
        return (kept
                        ? call.moving(dnnl.DNNL_ARG_DIFF_SRC, slices, change)
                        : call.with(dnnl.DNNL_ARG_DIFF_SRC, slices.desc(), change))
                .build();
    }

    /** Return where the gradients of the normalized values lie. */
    private Place change(Bindings bindings) {
        if (rectify == null) {
            return Place.of(bindings.outputGradients().get(0));
        }
        @Nullable Place shared = added == null ? null : added.change(bindings);
        if (shared != null) {
            return shared;
        }
        @Nullable INDArray target = bindings.inputGradients().get(0);
        return target == null ? new Place(bindings.scratch(), rectifiedAt) : Place.of(target);
    }

    /** Return the calls that make the gradients of the values; none where nobody needs them. */
    List<Call> bindLine(Bindings bindings, Place factors) {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        List<Call> calls = new ArrayList<>();
        if (line != null && target != null) {
            calls.add(
                    line.bind(
                            bindings,
                            Place.of(bindings.inputs().get(0)),
                            change(bindings),
                            factors,
                            Place.of(target)));
        }
        if (added != null) {
            calls.addAll(added.leave(bindings));
        }
        return calls;
    }
}
