package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.ActivationFunction;
import org.bytedeco.dnnl.eltwise_backward;
import org.bytedeco.dnnl.eltwise_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;
import org.bytedeco.dnnl.primitive_attr;
import org.jspecify.annotations.Nullable;

/**
 * An activation function as the library knows it.
 *
 * @param algorithm which function
 * @param fromOutput the same with a derivative that follows from the output; null if there is none
 * @param alpha its first parameter
 * @param beta its second parameter
 */
record Elementwise(
        dnnl.algorithm algorithm, dnnl.@Nullable algorithm fromOutput, float alpha, float beta) {

    /**
     * Find a function.
     *
     * @throws IllegalArgumentException if the library has none of its kind
     */
    static Elementwise of(ActivationFunction function) {
        if (function instanceof ActivationFunction.Relu) {
            return relu(0);
        }
        if (function instanceof ActivationFunction.LeakyRelu leaky) {
            return relu(leaky.slope());
        }
        if (function instanceof ActivationFunction.ClippedRelu clipped) {
            return new Elementwise(
                    dnnl.algorithm.eltwise_clip_v2,
                    dnnl.algorithm.eltwise_clip_v2_use_dst_for_bwd,
                    0,
                    (float) clipped.ceiling());
        }
        if (function instanceof ActivationFunction.Sigmoid) {
            return new Elementwise(
                    dnnl.algorithm.eltwise_logistic,
                    dnnl.algorithm.eltwise_logistic_use_dst_for_bwd,
                    0,
                    0);
        }
        if (function instanceof ActivationFunction.Tanh) {
            return new Elementwise(
                    dnnl.algorithm.eltwise_tanh, dnnl.algorithm.eltwise_tanh_use_dst_for_bwd, 0, 0);
        }
        return ofInput(function);
    }

    /** Functions whose derivatives need the input. */
    private static Elementwise ofInput(ActivationFunction function) {
        if (function instanceof ActivationFunction.HardSigmoid hard) {
            return new Elementwise(
                    dnnl.algorithm.eltwise_hardsigmoid,
                    null,
                    (float) hard.slope(),
                    (float) hard.offset());
        }
        if (function instanceof ActivationFunction.Silu) {
            return new Elementwise(dnnl.algorithm.eltwise_swish, null, 1, 0);
        }
        if (function instanceof ActivationFunction.HardSwish) {
            return new Elementwise(dnnl.algorithm.eltwise_hardswish, null, 1f / 6, 0.5f);
        }
        throw new IllegalArgumentException("the library has no function " + function);
    }

    private static Elementwise relu(double slope) {
        return new Elementwise(
                dnnl.algorithm.eltwise_relu,
                dnnl.algorithm.eltwise_relu_use_dst_for_bwd,
                (float) slope,
                0);
    }

    /** Let the function follow on a result, before that is written. */
    void append(post_ops after) {
        after.append_eltwise(algorithm, alpha, beta);
    }

    eltwise_forward.primitive_desc forward(Dnn dnn, boolean training, memory.desc desc) {
        return new eltwise_forward.primitive_desc(
                dnn.engine(),
                training ? dnnl.prop_kind.forward_training : dnnl.prop_kind.forward_inference,
                algorithm,
                desc,
                desc,
                alpha,
                beta,
                Dnn.attributes(),
                false);
    }

    /** Describe the way back, from the output where that tells the derivative, else the input. */
    eltwise_backward.primitive_desc backward(Dnn dnn, memory.desc desc) {
        dnnl.algorithm used = fromOutput == null ? algorithm : fromOutput;
        eltwise_forward.primitive_desc hint =
                new eltwise_forward.primitive_desc(
                        dnn.engine(),
                        dnnl.prop_kind.forward_training,
                        used,
                        desc,
                        desc,
                        alpha,
                        beta,
                        new primitive_attr(),
                        false);
        return new eltwise_backward.primitive_desc(
                dnn.engine(), used, desc, desc, desc, alpha, beta, hint, Dnn.attributes(), false);
    }

    /** Tell which argument of the way back the derivative follows from. */
    int kept() {
        return fromOutput == null ? dnnl.DNNL_ARG_SRC : dnnl.DNNL_ARG_DST;
    }
}
