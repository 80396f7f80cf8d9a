package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * A product of matrices, or of as many pairs of them as the first dimension says.
 *
 * @param step the primitive
 * @param left layout of the left factor
 * @param right layout of the right factor
 * @param bias layout of what is added to every row; null for nothing
 * @param result layout of the product
 */
record MatrixProduct(
        Step step,
        memory.desc left,
        memory.desc right,
        memory.@Nullable desc bias,
        memory.desc result) {

    static MatrixProduct of(
            OneDnnDesign design, memory.desc left, memory.desc right, memory.desc result) {
        return of(design, left, right, null, result, Dnn.attributes());
    }

    static MatrixProduct of(
            OneDnnDesign design,
            memory.desc left,
            memory.desc right,
            memory.@Nullable desc bias,
            memory.desc result,
            primitive_attr attributes) {
        matmul.primitive_desc chosen =
                bias == null
                        ? new matmul.primitive_desc(
                                design.dnn().engine(), left, right, result, attributes, false)
                        : new matmul.primitive_desc(
                                design.dnn().engine(),
                                left,
                                right,
                                bias,
                                result,
                                attributes,
                                false);
        return new MatrixProduct(
                Step.of(design, chosen), left, chosen.weights_desc(), bias, result);
    }

    Call bind(Bindings bindings, Place leftAt, Place rightAt, Place resultAt) {
        return begin(bindings, leftAt, rightAt, resultAt).build();
    }

    Call bind(Bindings bindings, Place leftAt, Place rightAt, Place biasAt, Place resultAt) {
        Call.Builder call = begin(bindings, leftAt, rightAt, resultAt);
        return bias == null ? call.build() : call.with(dnnl.DNNL_ARG_BIAS, bias, biasAt).build();
    }

    private Call.Builder begin(Bindings bindings, Place leftAt, Place rightAt, Place resultAt) {
        return step.bind(bindings)
                .with(dnnl.DNNL_ARG_SRC, left, leftAt)
                .with(dnnl.DNNL_ARG_WEIGHTS, right, rightAt)
                .with(dnnl.DNNL_ARG_DST, result, resultAt);
    }
}
