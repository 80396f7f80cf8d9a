package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** One value for several readers: its gradient is the sum of theirs. */
final class ForkDesign extends OneDnnDesign {

    private final @Nullable Sums sums;
    private final int readers;

    ForkDesign(Dnn dnn, KernelRequest request) {
        super(dnn, request);
        readers = request.operation().outputs().size();
        sums =
                needsInputGradient()
                        ? Sums.of(this, Collections.nCopies(readers, source()), source())
                        : null;
    }

    @Override
    public List<Layout> outputs() {
        return Collections.nCopies(readers, input(0));
    }

    @Override
    public boolean sharesValue() {
        return true;
    }

    @Override
    public String describe() {
        return "shared" + (sums == null ? "" : ", oneDNN sum " + sums.step().implementation());
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        if (sums != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                List<Place> changes = bindings.outputGradients().stream().map(Place::of).toList();
                script.backward(sums.bind(bindings, changes, Place.of(target)));
            }
        }
        return script.kernel();
    }
}
