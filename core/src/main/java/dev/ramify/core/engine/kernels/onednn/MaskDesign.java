package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels multiplied by factors. */
final class MaskDesign extends OneDnnDesign {

    private final Product product;

    MaskDesign(Dnn dnn, KernelRequest request) {
        super(dnn, request);
        product = Product.of(this, source(), Formats.perChannel(input(0).sizes()));
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
        return "oneDNN product " + product.step().implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place factors = Place.of(bindings.parameters().get(0));
        script.forward(
                product.bind(
                        bindings,
                        Place.of(bindings.inputs().get(0)),
                        factors,
                        Place.of(bindings.outputs().get(0))));
        if (isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                Place change = Place.of(bindings.outputGradients().get(0));
                script.backward(product.bind(bindings, change, factors, Place.of(target)));
            }
        }
        return script.kernel();
    }
}
