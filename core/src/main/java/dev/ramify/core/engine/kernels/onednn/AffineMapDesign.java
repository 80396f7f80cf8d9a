package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Affine;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;

/** What the designs of affine maps have in common: row-major vectors in, row-major vectors out. */
abstract class AffineMapDesign extends OneDnnDesign {

    private final Affine operation;
    private final VectorInput input;

    AffineMapDesign(Dnn dnn, KernelRequest request, Affine operation) {
        super(dnn, request);
        this.operation = operation;
        input = VectorInput.of(this);
    }

    final Affine operation() {
        return operation;
    }

    final VectorInput input() {
        return input;
    }

    final boolean hasBias() {
        return operation.bias() != null;
    }

    /** Return the number of units of all groups. */
    final long allUnits() {
        return operation.output().shape().channels();
    }

    /** Describe the vectors that come out. */
    final memory.desc result() {
        return Dnn.plain(request().samples(), allUnits());
    }

    /** Return where the biases of units lie, from one of them on; anywhere if there are none. */
    final Place bias(Bindings bindings, long firstUnit) {
        return hasBias()
                ? new Place(bindings.parameters().get(1), firstUnit)
                : Place.of(bindings.parameters().get(0));
    }

    /** Return how the weights lie. */
    abstract memory.desc weightLayout();

    @Override
    public final List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), result()));
    }

    @Override
    public final List<Layout> parameters() {
        List<Layout> layouts = new ArrayList<>();
        layouts.add(new BlockedLayout(dnn(), weightLayout()));
        if (hasBias()) {
            layouts.add(new BlockedLayout(dnn(), Dnn.plain(allUnits())));
        }
        return layouts;
    }

    @Override
    public final boolean keepsInput(int index) {
        return needsParameterGradients() && !input.isCopied();
    }

    @Override
    public final boolean keepsOutputs() {
        return differentiated() && operation.activation() != null;
    }
}
