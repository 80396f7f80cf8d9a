package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.binary;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;

/**
 * An elementwise product; where the second factor has one value per channel, it is used for all of
 * the channel.
 *
 * @param step the primitive
 * @param values layout of the first factor and of the result
 * @param factors layout of the second factor
 */
record Product(Step step, memory.desc values, memory.desc factors) {

    static Product of(OneDnnDesign design, memory.desc values, memory.desc factors) {
        return new Product(
                Step.of(
                        design,
                        new binary.primitive_desc(
                                design.dnn().engine(),
                                dnnl.algorithm.binary_mul,
                                values,
                                factors,
                                values,
                                Dnn.attributes(),
                                false)),
                values,
                factors);
    }

    Call bind(Bindings bindings, Place source, Place factor, Place target) {
        return step.bind(bindings)
                .with(dnnl.DNNL_ARG_SRC_0, values, source)
                .with(dnnl.DNNL_ARG_SRC_1, factors, factor)
                .with(dnnl.DNNL_ARG_DST, values, target)
                .build();
    }
}
