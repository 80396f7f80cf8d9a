package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The rectifier. */
final class RectifyDesign extends OneDnnDesign {

    private final Step forward;
    private final @Nullable Step backward;

    RectifyDesign(Dnn dnn, KernelRequest request) {
        super(dnn, request);
        forward = Step.of(this, Rectification.forward(dnn, differentiated(), source()));
        backward =
                needsInputGradient() ? Step.of(this, Rectification.backward(dnn, source())) : null;
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
        return "oneDNN rectifier " + forward.implementation();
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
                Place change = Place.of(bindings.outputGradients().get(0));
                script.backward(
                        backward.bind(bindings)
                                .with(dnnl.DNNL_ARG_DST, desc, output)
                                .with(dnnl.DNNL_ARG_DIFF_DST, desc, change)
                                .with(dnnl.DNNL_ARG_DIFF_SRC, desc, Place.of(target))
                                .build());
            }
        }
        return script.kernel();
    }
}
