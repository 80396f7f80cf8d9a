package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.memory_desc_vector;
import org.bytedeco.dnnl.sum;

/**
 * A sum of several values.
 *
 * @param step the primitive
 * @param from layouts of the summands
 * @param to layout of the sum
 */
record Sums(Step step, List<memory.desc> from, memory.desc to) {

    static Sums of(OneDnnDesign design, List<memory.desc> from, memory.desc to) {
        float[] ones = new float[from.size()];
        Arrays.fill(ones, 1);
        return new Sums(
                Step.of(
                        design,
                        new sum.primitive_desc(
                                design.dnn().engine(),
                                to,
                                ones,
                                new memory_desc_vector(from.toArray(memory.desc[]::new)),
                                Dnn.attributes(),
                                false)),
                from,
                to);
    }

    Call bind(Bindings bindings, List<Place> sources, Place target) {
        Call.Builder call = step.bind(bindings);
        for (int i = 0; i < sources.size(); i++) {
            call.with(dnnl.DNNL_ARG_MULTIPLE_SRC + i, from.get(i), sources.get(i));
        }
        return call.with(dnnl.DNNL_ARG_DST, to, target).build();
    }
}
