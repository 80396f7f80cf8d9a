package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.convolution_backward_data;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The gradients of a convolution's input.
 *
 * @param step the primitive
 * @param to layout of the output
 * @param weights layout of the weights as the way back takes them
 * @param turning copy of the weights to that layout; null where they have it
 * @param turnedAt where the copy lies in the derived array
 * @param made layout of the gradients as they are made
 * @param leaving copy to the layout of the input; null where that is how they are made
 * @param madeAt where gradients are made in the scratch array, if they are copied
 */
record InputChange(
        Step step,
        memory.desc to,
        memory.desc weights,
        @Nullable Copy turning,
        long turnedAt,
        memory.desc made,
        @Nullable Copy leaving,
        long madeAt) {

    static InputChange of(
            OneDnnDesign design,
            ConvolveParts parts,
            Grouping grouping,
            convolution_forward.primitive_desc forward,
            memory.desc narrow,
            memory.desc input) {
        convolution_backward_data.primitive_desc chosen =
                parts.inputChange(forward, Dnn.any(grouping.sizes()));
        memory.desc turned = chosen.weights_desc();
        memory.desc made = chosen.diff_src_desc();
        Copy turning = Copy.between(design, forward.weights_desc(), turned);
        // Channels that fill up a block are not there in the input's own layout.
        Copy leaving = Copy.between(design, narrow, input);
        return new InputChange(
                Step.of(design, chosen),
                forward.dst_desc(),
                turned,
                turning,
                turning == null ? 0 : design.derivedRoom().take(Dnn.floats(turned)),
                made,
                leaving,
                leaving == null ? 0 : design.scratchRoom().take(Dnn.floats(made)));
    }

    void bind(Bindings bindings, Script script, Place weight, Place change) {
        @Nullable INDArray target = bindings.inputGradients().get(0);
        if (target == null) {
            return;
        }
        Place used = weight;
        if (turning != null) {
            used = new Place(bindings.derived(), turnedAt);
            script.refresh(turning.bind(bindings, weight, used));
        }
        Place stored = Place.of(target);
        Place written = leaving == null ? stored : new Place(bindings.scratch(), madeAt);
        script.backward(
                step.bind(bindings)
                        .with(dnnl.DNNL_ARG_WEIGHTS, weights, used)
                        .with(dnnl.DNNL_ARG_DIFF_DST, to, change)
                        .with(dnnl.DNNL_ARG_DIFF_SRC, made, written)
                        .build());
        if (leaving != null) {
            script.backward(leaving.bind(bindings, written, stored));
        }
    }
}
