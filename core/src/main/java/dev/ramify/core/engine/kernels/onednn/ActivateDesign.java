package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Activate;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation function. */
final class ActivateDesign extends OneDnnDesign {

    private final Elementwise function;
    private final Step forward;
    private final @Nullable Step backward;

    ActivateDesign(Dnn dnn, KernelRequest request, Activate operation) {
        super(dnn, request);
        function = Elementwise.of(operation.function());
        forward = Step.of(this, function.forward(dnn, differentiated(), source()));
        backward = needsInputGradient() ? Step.of(this, function.backward(dnn, source())) : null;
    }

    @Override
    public List<Layout> outputs() {
        return List.of(input(0));
    }

    @Override
    public boolean keepsInput(int index) {
        return backward != null && function.fromOutput() == null;
    }

    @Override
    public boolean keepsOutputs() {
        return backward != null && function.fromOutput() != null;
    }

    @Override
    public String describe() {
        return "oneDNN activation " + forward.implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        memory.desc desc = source();
        Place input = Place.of(bindings.inputs().get(0));
        Place output = Place.of(bindings.outputs().get(0));
        script.forward(
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, desc, input)
                        .with(dnnl.DNNL_ARG_DST, desc, output)
                        .build());
        if (backward != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                Place change = Place.of(bindings.outputGradients().get(0));
                script.backward(
                        backward.bind(bindings)
                                .with(
                                        function.kept(),
                                        desc,
                                        function.fromOutput() == null ? input : output)
                                .with(dnnl.DNNL_ARG_DIFF_DST, desc, change)
                                .with(dnnl.DNNL_ARG_DIFF_SRC, desc, Place.of(target))
                                .build());
            }
        }
        return script.kernel();
    }
}
