package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Affine;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Affine maps of a batch that is computed in one lane: threads share the units, or the groups, of
 * each map rather than the samples, so that every weight is read once and has one gradient.
 *
 * <p>Weights lie {@code [units, inputs of a group]}, row by row. How many slices there are depends
 * on the operation and the samples alone, and so do the results.
 */
final class SlicedAffineDesign extends AffineMapDesign {

    private static final int MOST_GROUPS = 16;

    private final long samples;
    private final long inputs;
    private final long units;
    private final List<WeightSlice> slices;
    private final List<WeightSlice> backSlices;
    private final List<MatrixProduct> forward = new ArrayList<>();
    private final List<MatrixProduct> weightChange = new ArrayList<>();
    private final List<MatrixProduct> inputChange = new ArrayList<>();
    private @Nullable BiasSum biasChange;
    private @Nullable ActivationGradient activationGradient;

    private SlicedAffineDesign(Dnn dnn, KernelRequest request, Affine operation) {
        super(dnn, request, operation);
        samples = request.samples();
        inputs = input().units();
        units = allUnits();
        long macs = samples * operation.macs();
        slices =
                operation.groups() == 1
                        ? WeightSlice.ofUnits(units, inputs, macs)
                        : WeightSlice.ofGroups(operation.groups(), units, inputs);
        backSlices = operation.groups() == 1 ? WeightSlice.ofInputs(units, inputs, macs) : slices;
        for (WeightSlice slice : slices) {
            forward.add(
                    MatrixProduct.of(
                            this,
                            vectors(slice.inputs(), inputs),
                            Dnn.strided(
                                    new long[] {slice.inputs(), slice.units()},
                                    new long[] {1, slice.inputs()}),
                            hasBias() ? Dnn.plain(1, slice.units()) : null,
                            vectors(slice.units(), units),
                            Dnn.activated(operation.activation())));
        }
        if (differentiated()) {
            designBackward();
        }
    }

    /** Make the design where the batch has one lane and the library is fast at it. */
    static Optional<SlicedAffineDesign> of(Dnn dnn, KernelRequest request, Affine operation) {
        List<Layout> settled = request.parameters();
        boolean suits =
                request.laneSamples().length == 1
                        && operation.groups() <= MOST_GROUPS
                        && (settled == null || ((BlockedLayout) settled.get(0)).isPlain());
        if (!suits) {
            return Optional.empty();
        }
        SlicedAffineDesign design = new SlicedAffineDesign(dnn, request, operation);
        return design.forward.stream().anyMatch(product -> product.step().isReference())
                ? Optional.empty()
                : Optional.of(design);
    }

    /** Describe some columns of row-major vectors. */
    private memory.desc vectors(long columns, long width) {
        return Dnn.strided(new long[] {samples, columns}, new long[] {width, 1});
    }

    /** Return the number of inputs of one unit: the width of the weights. */
    private long width() {
        return inputs / operation().groups();
    }

    private void designBackward() {
        activationGradient = ActivationGradient.of(this, operation().activation(), result());
        if (needsParameterGradients()) {
            designWeightGradients();
        }
        if (needsInputGradient()) {
            for (WeightSlice slice : backSlices) {
                inputChange.add(
                        MatrixProduct.of(
                                this,
                                vectors(slice.units(), units),
                                Dnn.strided(
                                        new long[] {slice.units(), slice.inputs()},
                                        new long[] {width(), 1}),
                                vectors(slice.inputs(), inputs)));
            }
        }
    }

    private void designWeightGradients() {
        for (WeightSlice slice : slices) {
            weightChange.add(
                    MatrixProduct.of(
                            this,
                            Dnn.strided(new long[] {slice.units(), samples}, new long[] {1, units}),
                            vectors(slice.inputs(), inputs),
                            Dnn.plain(slice.units(), slice.inputs())));
        }
        biasChange = hasBias() ? BiasSum.of(this) : null;
    }

    @Override
    memory.desc weightLayout() {
        return Dnn.plain(units, width());
    }

    @Override
    public String describe() {
        return "oneDNN product of matrices %s in %d slices"
                .formatted(forward.get(0).step().implementation(), slices.size());
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place seen = input().bind(bindings, script);
        Place weights = Place.of(bindings.parameters().get(0));
        Place output = Place.of(bindings.outputs().get(0));
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < slices.size(); i++) {
            WeightSlice slice = slices.get(i);
            calls.add(
                    forward.get(i)
                            .bind(
                                    bindings,
                                    seen.plus(slice.input()),
                                    slice.within(weights, width()),
                                    bias(bindings, slice.unit()),
                                    output.plus(slice.unit())));
        }
        script.forwardTogether(calls);
        if (activationGradient != null && isTrained(bindings)) {
            bindBackward(bindings, script, seen, activationGradient.bind(bindings, script));
        }
        return script.kernel(bindings);
    }

    private void bindBackward(Bindings bindings, Script script, Place seen, Place change) {
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < weightChange.size(); i++) {
            WeightSlice slice = slices.get(i);
            Place gradient = AffineDesign.gradient(bindings, 0);
            calls.add(
                    weightChange
                            .get(i)
                            .bind(
                                    bindings,
                                    change.plus(slice.unit()),
                                    seen.plus(slice.input()),
                                    slice.within(gradient, width())));
        }
        boolean back = !inputChange.isEmpty() && bindings.inputGradients().get(0) != null;
        if (back) {
            Place weights = Place.of(bindings.parameters().get(0));
            Place target = input().change(bindings);
            for (int i = 0; i < backSlices.size(); i++) {
                WeightSlice slice = backSlices.get(i);
                calls.add(
                        inputChange
                                .get(i)
                                .bind(
                                        bindings,
                                        change.plus(slice.unit()),
                                        slice.within(weights, width()),
                                        target.plus(slice.input())));
            }
        }
        if (biasChange != null) {
            calls.add(biasChange.bind(bindings, change));
        }
        script.backwardTogether(calls);
        if (back) {
            input().finish(bindings, script);
        }
    }
}
