package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Flatten;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Maps read as vectors, in logical order. */
final class FlattenDesign extends OneDnnDesign {

    private final memory.desc vectors;
    private final boolean same;
    private final @Nullable Copy out;
    private final @Nullable Copy back;

    FlattenDesign(Dnn dnn, KernelRequest request, Flatten operation) {
        super(dnn, request);
        vectors = Dnn.plain(request.samples(), operation.output().shape().channels());
        same = input(0).isPlain() || Formats.isVectors(source());
        memory.desc logical = Dnn.plain(input(0).sizes());
        out = same ? null : Copy.of(this, source(), logical);
        back = !same && needsInputGradient() ? Copy.of(this, logical, source()) : null;
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), vectors));
    }

    @Override
    public boolean sharesValue() {
        return same;
    }

    @Override
    public boolean sharesGradient() {
        return same;
    }

    @Override
    public String describe() {
        return same ? "shared" : "oneDNN copy to logical order";
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        if (out != null) {
            script.forward(
                    out.bind(
                            bindings,
                            Place.of(bindings.inputs().get(0)),
                            Place.of(bindings.outputs().get(0))));
        }
        if (back != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                Place change = Place.of(bindings.outputGradients().get(0));
                script.backward(back.bind(bindings, change, Place.of(target)));
            }
        }
        return script.kernel();
    }
}
