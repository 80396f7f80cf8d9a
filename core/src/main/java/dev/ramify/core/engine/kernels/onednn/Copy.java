package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reorder;
import org.jspecify.annotations.Nullable;

/**
 * A copy from one layout to another.
 *
 * @param step the primitive
 * @param from layout of the source
 * @param to layout of the target
 */
record Copy(Step step, memory.desc from, memory.desc to) {

    /** Design a copy. */
    static Copy of(OneDnnDesign design, memory.desc from, memory.desc to) {
        return of(design.dnn(), design.name(), from, to, design.scratchRoom());
    }

    static Copy of(Dnn dnn, String name, memory.desc from, memory.desc to, Room scratch) {
        reorder.primitive_desc description =
                new reorder.primitive_desc(
                        dnn.engine(), from, dnn.engine(), to, Dnn.attributes(), false);
        return new Copy(Step.of(dnn, name, description, scratch), from, to);
    }

    /** Design a copy, or return null if both layouts are the same. */
    static @Nullable Copy between(OneDnnDesign design, memory.desc from, memory.desc to) {
        return Dnn.same(from, to) ? null : of(design, from, to);
    }

    Call bind(Bindings bindings, Place source, Place target) {
        return with(step.bind(bindings), source, target);
    }

    /** Bind with working memory of its own. */
    Call bind(Place working, Place source, Place target) {
        return with(step.bind(working), source, target);
    }

    private Call with(Call.Builder call, Place source, Place target) {
        return call.with(dnnl.DNNL_ARG_FROM, from, source)
                .with(dnnl.DNNL_ARG_TO, to, target)
                .build();
    }
}
