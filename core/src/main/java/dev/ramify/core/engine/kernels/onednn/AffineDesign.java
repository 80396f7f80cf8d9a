package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Affine;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.Objects;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.inner_product_backward_data;
import org.bytedeco.dnnl.inner_product_backward_weights;
import org.bytedeco.dnnl.inner_product_forward;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An affine map of vectors. */
final class AffineDesign extends AffineMapDesign {

    private final memory.desc weights;
    private final memory.desc bias;
    private final memory.desc to;
    private final Step forward;
    private @Nullable ActivationGradient activationGradient;
    private @Nullable Step weightChange;
    private @Nullable Step inputChange;
    private memory.desc turned;
    private @Nullable Copy turning;
    private long turnedAt;

    AffineDesign(Dnn dnn, KernelRequest request, Affine operation) {
        super(dnn, request, operation);
        bias = Dnn.plain(allUnits());
        to = result();
        Layout settled = settled(0);
        memory.desc wanted =
                settled == null
                        ? Dnn.any(allUnits(), input().units())
                        : ((BlockedLayout) settled).desc();
        inner_product_forward.primitive_desc chosen = forward(wanted);
        weights = chosen.weights_desc();
        turned = weights;
        forward = Step.of(this, chosen);
        if (differentiated()) {
            designBackward(chosen);
        }
    }

    private inner_product_forward.primitive_desc forward(memory.desc wanted) {
        dnnl.prop_kind kind =
                differentiated()
                        ? dnnl.prop_kind.forward_training
                        : dnnl.prop_kind.forward_inference;
        return hasBias()
                ? new inner_product_forward.primitive_desc(
                        dnn().engine(),
                        kind,
                        input().desc(),
                        wanted,
                        bias,
                        to,
                        Dnn.activated(operation().activation()),
                        false)
                : new inner_product_forward.primitive_desc(
                        dnn().engine(),
                        kind,
                        input().desc(),
                        wanted,
                        to,
                        Dnn.activated(operation().activation()),
                        false);
    }

    private void designBackward(inner_product_forward.primitive_desc hint) {
        activationGradient = ActivationGradient.of(this, operation().activation(), to);
        if (needsParameterGradients()) {
            weightChange = weightChange(hint);
        }
        if (needsInputGradient()) {
            designInputGradient(hint);
        }
    }

    private Step weightChange(inner_product_forward.primitive_desc hint) {
        return Step.of(
                this,
                hasBias()
                        ? new inner_product_backward_weights.primitive_desc(
                                dnn().engine(),
                                input().desc(),
                                weights,
                                bias,
                                to,
                                hint,
                                Dnn.attributes(),
                                false)
                        : new inner_product_backward_weights.primitive_desc(
                                dnn().engine(),
                                input().desc(),
                                weights,
                                to,
                                hint,
                                Dnn.attributes(),
                                false));
    }

    private void designInputGradient(inner_product_forward.primitive_desc hint) {
        inner_product_backward_data.primitive_desc data =
                new inner_product_backward_data.primitive_desc(
                        dnn().engine(),
                        input().desc(),
                        Dnn.any(Dnn.sizes(weights)),
                        to,
                        hint,
                        Dnn.attributes(),
                        false);
        turned = data.weights_desc();
        turning = Copy.between(this, weights, turned);
        turnedAt = turning == null ? 0 : derivedRoom().take(Dnn.floats(turned));
        inputChange = Step.of(this, data);
    }

    @Override
    memory.desc weightLayout() {
        return weights;
    }

    @Override
    public String describe() {
        return "oneDNN inner product " + forward.implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place seen = input().bind(bindings, script);
        Place weight = Place.of(bindings.parameters().get(0));
        Call.Builder call =
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, input().desc(), seen)
                        .with(dnnl.DNNL_ARG_WEIGHTS, weights, weight)
                        .with(dnnl.DNNL_ARG_DST, to, Place.of(bindings.outputs().get(0)));
        if (hasBias()) {
            call.with(dnnl.DNNL_ARG_BIAS, bias, Place.of(bindings.parameters().get(1)));
        }
        script.forward(call.build());
        if (activationGradient != null && isTrained(bindings)) {
            Place change = activationGradient.bind(bindings, script);
            if (weightChange != null) {
                bindWeights(bindings, script, weightChange, seen, change);
            }
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (inputChange != null && target != null) {
                bindInput(bindings, script, inputChange, weight, change);
            }
        }
        return script.kernel();
    }

    private void bindWeights(
            Bindings bindings, Script script, Step step, Place seen, Place change) {
        Call.Builder call =
                step.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, input().desc(), seen)
                        .with(dnnl.DNNL_ARG_DIFF_DST, to, change)
                        .with(dnnl.DNNL_ARG_DIFF_WEIGHTS, weights, gradient(bindings, 0));
        if (hasBias()) {
            call.with(dnnl.DNNL_ARG_DIFF_BIAS, bias, gradient(bindings, 1));
        }
        script.backward(call.build());
    }

    private void bindInput(
            Bindings bindings, Script script, Step step, Place weight, Place change) {
        Place used = weight;
        if (turning != null) {
            used = new Place(bindings.derived(), turnedAt);
            script.refresh(turning.bind(bindings, weight, used));
        }
        script.backward(
                step.bind(bindings)
                        .with(dnnl.DNNL_ARG_WEIGHTS, turned, used)
                        .with(dnnl.DNNL_ARG_DIFF_DST, to, change)
                        .with(dnnl.DNNL_ARG_DIFF_SRC, input().desc(), input().change(bindings))
                        .build());
        input().finish(bindings, script);
    }

    static Place gradient(Bindings bindings, int parameter) {
        return Place.of(Objects.requireNonNull(bindings.parameterGradients().get(parameter)));
    }
}
