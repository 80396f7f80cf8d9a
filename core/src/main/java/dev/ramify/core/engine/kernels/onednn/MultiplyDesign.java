package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Multiply;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.reduction;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The product of values, or of maps and one factor for each. */
final class MultiplyDesign extends OneDnnDesign {

    private final boolean byChannel;
    private final memory.desc values;
    private final memory.desc given;
    private final memory.desc factors;
    private final @Nullable Copy entering;
    private final long enteredAt;
    private final Product product;
    private final @Nullable Product factorProduct;
    private final @Nullable Step sum;
    private final @Nullable Copy leaving;
    private final long productAt;

    MultiplyDesign(Dnn dnn, KernelRequest request, Multiply operation) {
        super(dnn, request);
        byChannel = operation.byChannel();
        values = byChannel ? Formats.maps(source()) : source();
        given = byChannel ? Formats.maps(input(1).desc()) : input(1).desc();
        factors = byChannel ? given : values;
        entering = byChannel ? null : Copy.between(this, given, values);
        enteredAt = entering == null ? 0 : workspaceRoom().take(Dnn.floats(values));
        product = Product.of(this, values, factors);
        boolean wanted = request.inputGradients().get(1);
        factorProduct = wanted ? Product.of(this, values, values) : null;
        sum = wanted && byChannel ? Step.of(this, sum()) : null;
        leaving = wanted && !byChannel ? Copy.between(this, values, given) : null;
        productAt = sum == null && leaving == null ? 0 : scratchRoom().take(Dnn.floats(values));
    }

    private reduction.primitive_desc sum() {
        return new reduction.primitive_desc(
                dnn().engine(),
                dnnl.algorithm.reduction_sum,
                values,
                given,
                0f,
                0f,
                Dnn.attributes(),
                false);
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), values));
    }

    @Override
    public boolean keepsInput(int index) {
        return index == 0
                ? request().inputGradients().get(1)
                : request().inputGradients().get(0) && entering == null;
    }

    @Override
    public String describe() {
        return "oneDNN product " + product.step().implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place input = Place.of(bindings.inputs().get(0));
        Place factor = Place.of(bindings.inputs().get(1));
        if (entering != null) {
            Place entered = new Place(bindings.workspace(), enteredAt);
            script.forward(entering.bind(bindings, factor, entered));
            factor = entered;
        }
        script.forward(product.bind(bindings, input, factor, Place.of(bindings.outputs().get(0))));
        if (isTrained(bindings)) {
            bindBackward(bindings, script, input, factor);
        }
        return script.kernel();
    }

    private void bindBackward(Bindings bindings, Script script, Place input, Place factor) {
        Place gradient = Place.of(bindings.outputGradients().get(0));
        @Nullable INDArray target = bindings.inputGradients().get(0);
        @Nullable INDArray factorTarget = bindings.inputGradients().get(1);
        if (target != null) {
            script.backward(product.bind(bindings, gradient, factor, Place.of(target)));
        }
        if (factorTarget == null || factorProduct == null) {
            return;
        }
        Place whole = Place.of(factorTarget);
        Place result = sum == null && leaving == null ? whole : staged(bindings);
        script.backward(factorProduct.bind(bindings, gradient, input, result));
        if (sum != null) {
            script.backward(
                    sum.bind(bindings)
                            .with(dnnl.DNNL_ARG_SRC, values, result)
                            .with(dnnl.DNNL_ARG_DST, given, whole)
                            .build());
        }
        if (leaving != null) {
            script.backward(leaving.bind(bindings, result, whole));
        }
    }

    private Place staged(Bindings bindings) {
        return new Place(bindings.scratch(), productAt);
    }
}
