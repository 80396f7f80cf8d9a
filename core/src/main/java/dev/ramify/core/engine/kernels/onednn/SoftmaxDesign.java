package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The softmax over channels. */
final class SoftmaxDesign extends OneDnnDesign {

    private static final int CHANNELS = 1;

    private final Step forward;
    private final @Nullable Step backward;

    SoftmaxDesign(Dnn dnn, KernelRequest request) {
        super(dnn, request);
        memory.desc desc = source();
        softmax_forward.primitive_desc chosen =
                new softmax_forward.primitive_desc(
                        dnn.engine(),
                        differentiated()
                                ? dnnl.prop_kind.forward_training
                                : dnnl.prop_kind.forward_inference,
                        dnnl.algorithm.softmax_accurate,
                        desc,
                        desc,
                        CHANNELS,
                        Dnn.attributes(),
                        false);
        forward = Step.of(this, chosen);
        backward =
                needsInputGradient()
                        ? Step.of(
                                this,
                                new softmax_backward.primitive_desc(
                                        dnn.engine(),
                                        dnnl.algorithm.softmax_accurate,
                                        desc,
                                        desc,
                                        desc,
                                        CHANNELS,
                                        chosen,
                                        Dnn.attributes(),
                                        false))
                        : null;
    }

    @Override
    public List<Layout> outputs() {
        return List.of(input(0));
    }

    @Override
    public boolean keepsOutputs() {
        return backward != null;
    }

    @Override
    public String describe() {
        return "oneDNN softmax " + forward.implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        memory.desc desc = source();
        Place output = Place.of(bindings.outputs().get(0));
        script.forward(
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, desc, Place.of(bindings.inputs().get(0)))
                        .with(dnnl.DNNL_ARG_DST, desc, output)
                        .build());
        if (backward != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                Place gradient = Place.of(bindings.outputGradients().get(0));
                script.backward(
                        backward.bind(bindings)
                                .with(dnnl.DNNL_ARG_DST, desc, output)
                                .with(dnnl.DNNL_ARG_DIFF_DST, desc, gradient)
                                .with(dnnl.DNNL_ARG_DIFF_SRC, desc, Place.of(target))
                                .build());
            }
        }
        return script.kernel();
    }
}
