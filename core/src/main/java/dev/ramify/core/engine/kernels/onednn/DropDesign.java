package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Drop;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.DropoutMask;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.Views;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Dropout by a mask that is drawn anew each step. */
final class DropDesign extends OneDnnDesign {

    private final Drop operation;
    private final Product product;
    private final long maskAt;

    DropDesign(Dnn dnn, KernelRequest request, Drop operation) {
        super(dnn, request);
        this.operation = operation;
        product = Product.of(this, source(), source());
        maskAt = workspaceRoom().take(input(0).length());
    }

    @Override
    public List<Layout> outputs() {
        return List.of(input(0));
    }

    @Override
    public String describe() {
        return "oneDNN product " + product.step().implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        return new Dropping(bindings);
    }

    private final class Dropping implements Kernel {

        private final Bindings bindings;
        private final float[] mask = new float[input(0).values()];
        private final Layout.Port port;
        private final Call forward;
        private final @Nullable Call backward;

        Dropping(Bindings bindings) {
            this.bindings = bindings;
            Place factors = new Place(bindings.workspace(), maskAt);
            port = input(0).open(Views.of(bindings.workspace(), maskAt, input(0).length()));
            forward =
                    product.bind(
                            bindings,
                            Place.of(bindings.inputs().get(0)),
                            factors,
                            Place.of(bindings.outputs().get(0)));
            @Nullable INDArray target =
                    isTrained(bindings) ? bindings.inputGradients().get(0) : null;
            backward =
                    target == null
                            ? null
                            : product.bind(
                                    bindings,
                                    Place.of(bindings.outputGradients().get(0)),
                                    factors,
                                    Place.of(target));
        }

        @Override
        public void forward() {
            DropoutMask.draw(operation, bindings.pass(), mask);
            port.write(mask, 0);
            forward.run();
        }

        @Override
        public void backward() {
            if (backward != null) {
                backward.run();
            }
        }
    }
}
