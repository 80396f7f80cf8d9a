package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Concatenate;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels of all inputs, one after another. */
final class ConcatenateDesign extends OneDnnDesign {

    private final Joining joining;
    private final @Nullable Parting parting;

    ConcatenateDesign(Dnn dnn, KernelRequest request, Concatenate operation) {
        super(dnn, request);
        List<memory.desc> descs =
                IntStream.range(0, operation.inputs().size())
                        .mapToObj(i -> input(i).desc())
                        .toList();
        boolean vectors = descs.stream().allMatch(desc -> desc.get_ndims() == 2);
        List<memory.desc> parts = vectors ? descs : descs.stream().map(Formats::maps).toList();
        joining = Joining.free(this, parts);
        parting = differentiated() ? Parting.of(this, joining.whole(), parts) : null;
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), joining.whole()));
    }

    @Override
    public String describe() {
        return "oneDNN concatenation " + joining.step().implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        List<Place> sources = bindings.inputs().stream().map(Place::of).toList();
        joining.bind(bindings, sources, Place.of(bindings.outputs().get(0)))
                .forEach(script::forward);
        if (parting != null && isTrained(bindings)) {
            List<@Nullable Place> targets = new ArrayList<>();
            for (@Nullable INDArray target : bindings.inputGradients()) {
                targets.add(target == null ? null : Place.of(target));
            }
            Place change = Place.of(bindings.outputGradients().get(0));
            parting.bind(bindings, change, targets).forEach(script::backward);
        }
        return script.kernel();
    }
}
