package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Layout;
import java.util.Objects;
import org.bytedeco.dnnl.convolution_backward_weights;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradients of a convolution's weights and biases.
 *
 * @param step the primitive
 * @param from layout of the input
 * @param to layout of the output
 * @param made layout of the gradients as they are made
 * @param bias layout of the biases; null without them
 * @param storing copy to the layout of the weights; null where that is how they are made
 * @param madeAt where gradients are made in the scratch array, if they are copied
 * @param cleaning sets gradients between groups to zero; null where there are none
 */
record WeightChange(
        Step step,
        memory.desc from,
        memory.desc to,
        memory.desc made,
        memory.@Nullable desc bias,
        @Nullable Copy storing,
        long madeAt,
        @Nullable Cleaning cleaning) {

    static WeightChange of(
            OneDnnDesign design,
            ConvolveParts parts,
            Grouping grouping,
            convolution_forward.primitive_desc forward,
            Layout weights) {
        memory.desc stored = Grouping.computed(weights).desc();
        convolution_backward_weights.primitive_desc chosen = parts.weightChange(forward, stored);
        if (Step.isSlow(chosen)) {
            chosen = parts.weightChange(forward, Dnn.any(grouping.sizes()));
        }
        memory.desc made = chosen.diff_weights_desc();
        Copy storing = Copy.between(design, made, stored);
        return new WeightChange(
                Step.of(design, chosen),
                forward.src_desc(),
                forward.dst_desc(),
                made,
                parts.hasBias() ? parts.bias() : null,
                storing,
                storing == null ? 0 : design.scratchRoom().take(Dnn.floats(made)),
                weights instanceof BlockDiagonalLayout diagonal && grouping.merged() > 1
                        ? Cleaning.of(design, diagonal)
                        : null);
    }

    void bind(Bindings bindings, Script script, Place input, Place change) {
        INDArray gradient = Objects.requireNonNull(bindings.parameterGradients().get(0));
        Place stored = Place.of(gradient);
        Place written = storing == null ? stored : new Place(bindings.scratch(), madeAt);
        Call.Builder call =
                step.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, from, input)
                        .with(dnnl.DNNL_ARG_DIFF_DST, to, change)
                        .with(dnnl.DNNL_ARG_DIFF_WEIGHTS, made, written);
        if (bias != null) {
            INDArray biases = Objects.requireNonNull(bindings.parameterGradients().get(1));
            call.with(dnnl.DNNL_ARG_DIFF_BIAS, bias, Place.of(biases));
        }
        script.backward(call.build());
        if (storing != null) {
            script.backward(storing.bind(bindings, written, stored));
        }
        if (cleaning != null) {
            cleaning.bind(bindings, script, stored);
        }
    }
}
