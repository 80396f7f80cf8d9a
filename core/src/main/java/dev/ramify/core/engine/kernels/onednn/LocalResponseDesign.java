package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.LocalResponse;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.lrn_backward;
import org.bytedeco.dnnl.lrn_forward;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Local response normalization across an odd number of channels. */
final class LocalResponseDesign extends OneDnnDesign {

    private final memory.desc values;
    private final Step forward;
    private final @Nullable Step backward;
    private final memory.@Nullable desc kept;
    private final long keptAt;

    /**
     * @throws IllegalArgumentException if the number of channels is even
     */
    LocalResponseDesign(Dnn dnn, KernelRequest request, LocalResponse operation) {
        super(dnn, request);
        if (operation.size() % 2 == 0) {
            throw new IllegalArgumentException(
                    "the library sums over odd numbers of channels, not " + operation.size());
        }
        values = Formats.maps(source());
        lrn_forward.primitive_desc chosen =
                new lrn_forward.primitive_desc(
                        dnn.engine(),
                        differentiated()
                                ? dnnl.prop_kind.forward_training
                                : dnnl.prop_kind.forward_inference,
                        dnnl.algorithm.lrn_across_channels,
                        values,
                        values,
                        operation.size(),
                        (float) operation.alpha(),
                        (float) operation.beta(),
                        (float) operation.k(),
                        Dnn.attributes(),
                        false);
        forward = Step.of(this, chosen);
        kept = differentiated() ? chosen.workspace_desc() : null;
        keptAt = kept == null ? 0 : workspaceRoom().take(Dnn.floats(kept));
        backward =
                needsInputGradient()
                        ? Step.of(
                                this,
                                new lrn_backward.primitive_desc(
                                        dnn.engine(),
                                        dnnl.algorithm.lrn_across_channels,
                                        values,
                                        values,
                                        values,
                                        operation.size(),
                                        (float) operation.alpha(),
                                        (float) operation.beta(),
                                        (float) operation.k(),
                                        chosen,
                                        Dnn.attributes(),
                                        false))
                        : null;
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), values));
    }

    @Override
    public boolean keepsInput(int index) {
        return backward != null;
    }

    @Override
    public String describe() {
        return "oneDNN local response normalization "
                + forward.implementation()
                + (backward == null ? "" : ", " + backward.implementation());
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place input = Place.of(bindings.inputs().get(0));
        Call.Builder call =
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, values, input)
                        .with(dnnl.DNNL_ARG_DST, values, Place.of(bindings.outputs().get(0)));
        script.forward(withKept(call, bindings).build());
        if (backward != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                Place gradient = Place.of(bindings.outputGradients().get(0));
                Call.Builder back =
                        backward.bind(bindings)
                                .with(dnnl.DNNL_ARG_SRC, values, input)
                                .with(dnnl.DNNL_ARG_DIFF_DST, values, gradient)
                                .with(dnnl.DNNL_ARG_DIFF_SRC, values, Place.of(target));
                script.backward(withKept(back, bindings).build());
            }
        }
        return script.kernel();
    }

    private Call.Builder withKept(Call.Builder call, Bindings bindings) {
        return kept == null || kept.get_size() == 0
                ? call
                : call.with(dnnl.DNNL_ARG_WORKSPACE, kept, new Place(bindings.workspace(), keptAt));
    }
}
