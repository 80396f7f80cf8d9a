package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels multiplied by factors. */
final class MaskDesign extends OneDnnDesign {

    private final @Nullable ChannelLine line;
    private final @Nullable Product product;

    MaskDesign(Dnn dnn, KernelRequest request) {
        super(dnn, request);
        line = ChannelLine.scaling(this, source());
        product =
                line == null
                        ? Product.of(this, source(), Formats.perChannel(input(0).sizes()))
                        : null;
    }

    @Override
    public List<Layout> outputs() {
        return List.of(input(0));
    }

    @Override
    public List<Layout> parameters() {
        return List.of(new BlockedLayout(dnn(), Dnn.plain(input(0).sizes()[1])));
    }

    @Override
    public String describe() {
        Step step = line != null ? line.step() : Objects.requireNonNull(product).step();
        return "oneDNN product " + step.implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        script.forward(
                product(
                        bindings,
                        Place.of(bindings.inputs().get(0)),
                        Place.of(bindings.outputs().get(0))));
        if (isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                Place change = Place.of(bindings.outputGradients().get(0));
                script.backward(product(bindings, change, Place.of(target)));
            }
        }
        return script.kernel();
    }

    private Call product(Bindings bindings, Place source, Place target) {
        Place factors = Place.of(bindings.parameters().get(0));
        return line != null
                ? line.bind(bindings, source, factors, factors, target).build()
                : Objects.requireNonNull(product).bind(bindings, source, factors, target);
    }
}
