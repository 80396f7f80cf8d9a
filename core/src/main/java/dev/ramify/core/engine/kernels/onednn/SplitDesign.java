package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Split;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Consecutive blocks of channels. */
final class SplitDesign extends OneDnnDesign {

    private final List<memory.desc> parts = new ArrayList<>();
    private final Parting parting;
    private final @Nullable Joining joining;

    SplitDesign(Dnn dnn, KernelRequest request, Split operation) {
        super(dnn, request);
        operation
                .outputs()
                .forEach(
                        part -> {
                            long[] sizes = input(0).sizes();
                            sizes[1] = part.shape().channels();
                            parts.add(Formats.like(source(), sizes));
                        });
        parting = Parting.of(this, source(), parts);
        joining = needsInputGradient() ? Joining.into(this, parts, source()) : null;
    }

    @Override
    public List<Layout> outputs() {
        return parts.stream().map(desc -> (Layout) new BlockedLayout(dnn(), desc)).toList();
    }

    @Override
    public String describe() {
        return "oneDNN copies" + (parting.plain() == null ? "" : " through logical order");
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        List<@Nullable Place> targets = new ArrayList<>();
        bindings.outputs().forEach(output -> targets.add(Place.of(output)));
        parting.bind(bindings, Place.of(bindings.inputs().get(0)), targets)
                .forEach(script::forward);
        if (joining != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                List<Place> changes = bindings.outputGradients().stream().map(Place::of).toList();
                joining.bind(bindings, changes, Place.of(target)).forEach(script::backward);
            }
        }
        return script.kernel();
    }
}
