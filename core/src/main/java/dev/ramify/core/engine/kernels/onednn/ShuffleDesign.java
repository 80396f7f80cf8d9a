package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Shuffle;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.shuffle_backward;
import org.bytedeco.dnnl.shuffle_forward;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels dealt out between groups. */
final class ShuffleDesign extends OneDnnDesign {

    private static final int CHANNELS = 1;

    private final Step forward;
    private final @Nullable Step backward;

    ShuffleDesign(Dnn dnn, KernelRequest request, Shuffle operation) {
        super(dnn, request);
        memory.desc desc = source();
        int perGroup = operation.input().shape().channels() / operation.groups();
        shuffle_forward.primitive_desc chosen =
                new shuffle_forward.primitive_desc(
                        dnn.engine(),
                        dnnl.prop_kind.forward_training,
                        desc,
                        desc,
                        CHANNELS,
                        perGroup,
                        Dnn.attributes(),
                        false);
        forward = Step.of(this, chosen);
        backward =
                needsInputGradient()
                        ? Step.of(
                                this,
                                new shuffle_backward.primitive_desc(
                                        dnn.engine(),
                                        desc,
                                        desc,
                                        CHANNELS,
                                        perGroup,
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
    public String describe() {
        return "oneDNN shuffle " + forward.implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        memory.desc desc = source();
        script.forward(
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, desc, Place.of(bindings.inputs().get(0)))
                        .with(dnnl.DNNL_ARG_DST, desc, Place.of(bindings.outputs().get(0)))
                        .build());
        if (backward != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                Place change = Place.of(bindings.outputGradients().get(0));
                script.backward(
                        backward.bind(bindings)
                                .with(dnnl.DNNL_ARG_DIFF_DST, desc, change)
                                .with(dnnl.DNNL_ARG_DIFF_SRC, desc, Place.of(target))
                                .build());
            }
        }
        return script.kernel();
    }
}
