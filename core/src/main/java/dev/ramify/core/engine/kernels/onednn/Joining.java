package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.bytedeco.dnnl.concat;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory_desc_vector;
import org.jspecify.annotations.Nullable;

/**
 * Parts written one after another along the channels.
 *
 * @param step the primitive
 * @param parts layouts of the parts
 * @param made layout that the primitive writes
 * @param storing copy from there to the layout that is wanted; null where they are the same
 * @param madeAt where the primitive writes in the scratch array, if there is a copy
 */
record Joining(
        Step step, List<memory.desc> parts, memory.desc made, @Nullable Copy storing, long madeAt) {

    /**
     * Join in the layout that the library likes best; in the layout of the widest part if it has no
     * fast way for that.
     */
    static Joining free(OneDnnDesign design, List<memory.desc> parts) {
        concat.primitive_desc chosen =
                new concat.primitive_desc(
                        design.dnn().engine(), 1, vector(parts), Dnn.attributes(), false);
        if (Step.isReference(chosen)) {
            return throughLogicalOrder(design, parts, like(widest(parts), chosen.dst_desc()));
        }
        return new Joining(Step.of(design, chosen), parts, chosen.dst_desc(), null, 0);
    }

    private static memory.desc widest(List<memory.desc> parts) {
        return Collections.max(parts, Comparator.comparingLong(part -> Dnn.sizes(part)[1]));
    }

    private static memory.desc like(memory.desc part, memory.desc whole) {
        return Formats.like(part, Dnn.sizes(whole));
    }

    /** Join in a given layout. */
    static Joining into(OneDnnDesign design, List<memory.desc> parts, memory.desc whole) {
        try {
            return new Joining(Step.of(design, to(design, parts, whole)), parts, whole, null, 0);
        } catch (RuntimeException e) {
            return throughLogicalOrder(design, parts, whole);
        }
    }

    /** For blocks of channels that begin inside blocks of the layout. */
    private static Joining throughLogicalOrder(
            OneDnnDesign design, List<memory.desc> parts, memory.desc whole) {
        memory.desc plain = Dnn.plain(Dnn.sizes(whole));
        Step step = Step.of(design, to(design, parts, plain));
        return Dnn.same(plain, whole)
                ? new Joining(step, parts, plain, null, 0)
                : new Joining(
                        step,
                        parts,
                        plain,
                        Copy.of(design, plain, whole),
                        design.scratchRoom().take(Dnn.floats(plain)));
    }

    private static concat.primitive_desc to(
            OneDnnDesign design, List<memory.desc> parts, memory.desc whole) {
        return new concat.primitive_desc(
                design.dnn().engine(), whole, 1, vector(parts), Dnn.attributes(), false);
    }

    private static memory_desc_vector vector(List<memory.desc> descs) {
        return new memory_desc_vector(descs.toArray(memory.desc[]::new));
    }

    /** Return the layout of the whole. */
    memory.desc whole() {
        return storing == null ? made : storing.to();
    }

    /** Return the calls that join. */
    List<Call> bind(Bindings bindings, List<Place> sources, Place target) {
        Place written = storing == null ? target : new Place(bindings.scratch(), madeAt);
        Call.Builder call = step.bind(bindings);
        for (int i = 0; i < sources.size(); i++) {
            call.with(dnnl.DNNL_ARG_MULTIPLE_SRC + i, parts.get(i), sources.get(i));
        }
        Call join = call.with(dnnl.DNNL_ARG_DST, made, written).build();
        return storing == null
                ? List.of(join)
                : List.of(join, storing.bind(bindings, written, target));
    }
}
