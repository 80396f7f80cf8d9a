package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Affine;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** Affine maps of equal branches, as one product of many small matrices. */
final class GroupedAffineDesign extends AffineMapDesign {

    private final long groups;
    private final long samples;
    private final long inputs;
    private final long units;
    private final memory.desc from;
    private final memory.desc weights;
    private final memory.desc to;
    private final MatrixProduct forward;
    private final boolean oneByOne;
    private final @Nullable Copy packing;
    private final long packedAt;
    private @Nullable ActivationGradient activationGradient;
    private @Nullable MatrixProduct weightChange;
    private @Nullable BiasSum biasChange;
    private @Nullable MatrixProduct inputChange;

    GroupedAffineDesign(Dnn dnn, KernelRequest request, Affine operation) {
        super(dnn, request, operation);
        groups = operation.groups();
        samples = request.samples();
        inputs = operation.input().shape().channels() / groups;
        units = allUnits() / groups;
        from = slices(samples, inputs);
        to = slices(samples, units);
        weights =
                Dnn.strided(
                        new long[] {groups, inputs, units}, new long[] {units * inputs, 1, inputs});
        MatrixProduct together =
                product(from, Dnn.any(groups, inputs, units), Dnn.plain(groups, 1, units), to);
        oneByOne = together.step().isReference();
        forward = oneByOne ? productOfOne() : together;
        packing = oneByOne ? null : Copy.between(this, weights, forward.right());
        packedAt = packing == null ? 0 : derivedRoom().take(Dnn.floats(forward.right()));
        if (differentiated()) {
            designBackward();
        }
    }

    /** Describe the slices of all groups of row-major vectors, group after group. */
    private memory.desc slices(long rows, long width) {
        return Dnn.strided(new long[] {groups, rows, width}, new long[] {width, groups * width, 1});
    }

    private MatrixProduct product(
            memory.desc left, memory.desc right, memory.desc bias, memory.desc result) {
        return MatrixProduct.of(
                this,
                left,
                right,
                hasBias() ? bias : null,
                result,
                Dnn.activated(operation().activation()));
    }

    /** Describe a slice of row-major vectors. */
    private memory.desc slice(long width) {
        return Dnn.strided(new long[] {samples, width}, new long[] {groups * width, 1});
    }

    /** The product of one group: the library may have no fast kernel for all at once. */
    private MatrixProduct productOfOne() {
        return product(
                slice(inputs),
                Dnn.strided(new long[] {inputs, units}, new long[] {1, inputs}),
                Dnn.plain(1, units),
                slice(units));
    }

    private void designBackward() {
        activationGradient = ActivationGradient.of(this, operation().activation(), result());
        if (needsParameterGradients()) {
            weightChange =
                    MatrixProduct.of(
                            this,
                            Dnn.strided(
                                    new long[] {groups, units, samples},
                                    new long[] {units, 1, groups * units}),
                            from,
                            Dnn.plain(groups, units, inputs));
            biasChange = hasBias() ? BiasSum.of(this) : null;
        }
        if (needsInputGradient()) {
            inputChange = MatrixProduct.of(this, to, Dnn.plain(groups, units, inputs), from);
        }
    }

    @Override
    memory.desc weightLayout() {
        return Dnn.plain(groups * units, inputs);
    }

    @Override
    public String describe() {
        return "oneDNN product of %d matrices %s%s"
                .formatted(groups, forward.step().implementation(), oneByOne ? ", one by one" : "");
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place seen = input().bind(bindings, script);
        Place weight = Place.of(bindings.parameters().get(0));
        if (oneByOne) {
            for (int group = 0; group < groups; group++) {
                script.forward(forwardOfOne(bindings, seen, group));
            }
        } else {
            script.forward(forwardOfAll(bindings, script, seen, weight));
        }
        if (activationGradient != null && isTrained(bindings)) {
            bindBackward(bindings, script, seen, weight, activationGradient.bind(bindings, script));
        }
        return script.kernel();
    }

    private Call forwardOfOne(Bindings bindings, Place seen, long group) {
        Place weight = new Place(bindings.parameters().get(0), group * units * inputs);
        Place result = new Place(bindings.outputs().get(0), group * units);
        return forward.bind(
                bindings, seen.plus(group * inputs), weight, bias(bindings, group * units), result);
    }

    private Call forwardOfAll(Bindings bindings, Script script, Place seen, Place weight) {
        Place used = weight;
        if (packing != null) {
            used = new Place(bindings.derived(), packedAt);
            script.refresh(packing.bind(bindings, weight, used));
        }
        return forward.bind(
                bindings, seen, used, bias(bindings, 0), Place.of(bindings.outputs().get(0)));
    }

    private void bindBackward(
            Bindings bindings, Script script, Place seen, Place weight, Place change) {
        if (weightChange != null) {
            script.backward(
                    weightChange.bind(bindings, change, seen, AffineDesign.gradient(bindings, 0)));
        }
        if (biasChange != null) {
            script.backward(biasChange.bind(bindings, change));
        }
        if (inputChange != null && bindings.inputGradients().get(0) != null) {
            script.backward(inputChange.bind(bindings, change, weight, input().change(bindings)));
            input().finish(bindings, script);
        }
    }
}
