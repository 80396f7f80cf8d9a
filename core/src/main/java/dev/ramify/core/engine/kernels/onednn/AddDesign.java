package dev.ramify.core.engine.kernels.onednn;

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

/** The sum of several values: the gradient of each is that of the sum. */
final class AddDesign extends OneDnnDesign {

    private final List<memory.desc> from;
    private final Sums sums;
    private final boolean alike;
    private final List<Copy> copies = new ArrayList<>();

    AddDesign(Dnn dnn, KernelRequest request) {
        super(dnn, request);
        int count = request.inputs().size();
        alike = IntStream.range(1, count).allMatch(i -> input(i).isLike(input(0)));
        from =
                IntStream.range(0, count)
                        .mapToObj(i -> input(i).desc())
                        .map(desc -> alike ? desc : Formats.maps(desc))
                        .toList();
        sums = Sums.of(this, from, from.get(0));
        if (differentiated() && !alike) {
            from.forEach(desc -> copies.add(Copy.of(this, from.get(0), desc)));
        }
    }

    @Override
    public List<Layout> outputs() {
        return List.of(alike ? input(0) : new BlockedLayout(dnn(), from.get(0)));
    }

    @Override
    public boolean sharesGradient() {
        return alike;
    }

    @Override
    public String describe() {
        return "oneDNN sum " + sums.step().implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        script.forward(
                sums.bind(
                        bindings,
                        bindings.inputs().stream().map(Place::of).toList(),
                        Place.of(bindings.outputs().get(0))));
        if (isTrained(bindings)) {
            for (int i = 0; i < copies.size(); i++) {
                @Nullable INDArray target = bindings.inputGradients().get(i);
                if (target != null) {
                    Place change = Place.of(bindings.outputGradients().get(0));
                    script.backward(copies.get(i).bind(bindings, change, Place.of(target)));
                }
            }
        }
        return script.kernel();
    }
}
