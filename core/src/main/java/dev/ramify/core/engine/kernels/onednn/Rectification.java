package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * The way back through a rectifier that is part of another operation: gradients pass where the
 * output is positive.
 *
 * @param step the primitive; null where nothing was rectified
 * @param desc layout of output and gradients
 * @param at where the passed gradients lie in the scratch array
 */
record Rectification(@Nullable Step step, memory.desc desc, long at) {

    static Rectification of(OneDnnDesign design, boolean relu, memory.desc desc) {
        if (!relu) {
            return new Rectification(null, desc, 0);
        }
        return new Rectification(
                Step.of(design, backward(design.dnn(), desc)),
                desc,
                design.scratchRoom().take(Dnn.floats(desc)));
    }

    static eltwise_forward.primitive_desc forward(Dnn dnn, boolean training, memory.desc desc) {
        return new eltwise_forward.primitive_desc(
                dnn.engine(),
                training ? dnnl.prop_kind.forward_training : dnnl.prop_kind.forward_inference,
                dnnl.algorithm.eltwise_relu,
                desc,
                desc,
                0f,
                Dnn.attributes(),
                false);
    }

    /** The derivative from the output rather than the input, so that the input need not be kept. */
    static eltwise_backward.primitive_desc backward(Dnn dnn, memory.desc desc) {
        eltwise_forward.primitive_desc hint =
                new eltwise_forward.primitive_desc(
                        dnn.engine(),
                        dnnl.prop_kind.forward_training,
                        dnnl.algorithm.eltwise_relu_use_dst_for_bwd,
                        desc,
                        desc,
                        0f,
                        new primitive_attr(),
                        false);
        return new eltwise_backward.primitive_desc(
                dnn.engine(),
                dnnl.algorithm.eltwise_relu_use_dst_for_bwd,
                desc,
                desc,
                desc,
                0f,
                hint,
                Dnn.attributes(),
                false);
    }

    /** Return where the gradients lie that pass, adding the call that lets them. */
    Place bind(Bindings bindings, Script script) {
        Place gradient = Place.of(bindings.outputGradients().get(0));
        if (step == null) {
            return gradient;
        }
        Place passed = new Place(bindings.scratch(), at);
        script.backward(
                step.bind(bindings)
                        .with(dnnl.DNNL_ARG_DST, desc, Place.of(bindings.outputs().get(0)))
                        .with(dnnl.DNNL_ARG_DIFF_DST, desc, gradient)
                        .with(dnnl.DNNL_ARG_DIFF_SRC, desc, passed)
                        .build());
        return passed;
    }
}
