package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * The way back through an activation function that is part of another operation, by what came out.
 *
 * @param step the primitive; null where there is no function
 * @param desc layout of output and gradients
 * @param at where the passed gradients lie in the scratch array
 */
record ActivationGradient(@Nullable Step step, memory.desc desc, long at) {

    /**
     * @throws IllegalArgumentException if the derivative does not follow from the output
     */
    static ActivationGradient of(
            OneDnnDesign design, @Nullable ActivationFunction function, memory.desc desc) {
        if (function == null) {
            return new ActivationGradient(null, desc, 0);
        }
        Elementwise elementwise = Elementwise.of(function);
        if (elementwise.fromOutput() == null) {
            throw new IllegalArgumentException(
                    "the derivative of " + function + " does not follow from its output");
        }
        return new ActivationGradient(
                Step.of(design, elementwise.backward(design.dnn(), desc)),
                desc,
                design.scratchRoom().take(Dnn.floats(desc)));
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
