package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Affine;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.Views;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.matmul;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** Affine maps of equal branches, as one product of many small matrices. */
final class GroupedAffineDesign extends OneDnnDesign {

    private final Affine operation;
    private final VectorInput input;
    private final long groups;
    private final long samples;
    private final long inputs;
    private final long units;
    private final memory.desc from;
    private final memory.desc weights;
    private final memory.desc packed;
    private final memory.desc bias;
    private final memory.desc to;
    private final Step forward;
    private final boolean oneByOne;
    private final @Nullable Copy packing;
    private final long packedAt;
    private @Nullable Rectification rectification;
    private @Nullable MatrixProduct weightChange;
    private @Nullable MatrixProduct biasChange;
    private @Nullable MatrixProduct inputChange;
    private long onesAt;

    GroupedAffineDesign(Dnn dnn, KernelRequest request, Affine operation) {
        super(dnn, request);
        this.operation = operation;
        input = VectorInput.of(this);
        groups = operation.groups();
        samples = request.samples();
        inputs = operation.input().shape().channels() / groups;
        units = operation.output().shape().channels() / groups;
        from = slices(samples, inputs);
        to = slices(samples, units);
        weights =
                Dnn.strided(
                        new long[] {groups, inputs, units}, new long[] {units * inputs, 1, inputs});
        bias = Dnn.plain(groups, 1, units);
        matmul.primitive_desc chosen = forward();
        oneByOne = Step.isReference(chosen);
        packed = chosen.weights_desc();
        packing = oneByOne ? null : Copy.between(this, weights, packed);
        packedAt = packing == null ? 0 : derivedRoom().take(Dnn.floats(packed));
        forward = Step.of(this, oneByOne ? forwardOfOne() : chosen);
        if (training()) {
            designBackward();
        }
    }

    /** Describe the slices of all groups of row-major vectors, group after group. */
    private memory.desc slices(long rows, long width) {
        return Dnn.strided(new long[] {groups, rows, width}, new long[] {width, groups * width, 1});
    }

    private matmul.primitive_desc forward() {
        memory.desc free = Dnn.any(groups, inputs, units);
        return operation.bias() == null
                ? new matmul.primitive_desc(
                        dnn().engine(), from, free, to, Dnn.rectified(operation.relu()), false)
                : new matmul.primitive_desc(
                        dnn().engine(),
                        from,
                        free,
                        bias,
                        to,
                        Dnn.rectified(operation.relu()),
                        false);
    }

    /** Describe a slice of row-major vectors. */
    private memory.desc slice(long width) {
        return Dnn.strided(new long[] {samples, width}, new long[] {groups * width, 1});
    }

    private memory.desc weightsOfOne() {
        return Dnn.strided(new long[] {inputs, units}, new long[] {1, inputs});
    }

    /** The product of one group: the library may have no fast kernel for all at once. */
    private matmul.primitive_desc forwardOfOne() {
        return operation.bias() == null
                ? new matmul.primitive_desc(
                        dnn().engine(),
                        slice(inputs),
                        weightsOfOne(),
                        slice(units),
                        Dnn.rectified(operation.relu()),
                        false)
                : new matmul.primitive_desc(
                        dnn().engine(),
                        slice(inputs),
                        weightsOfOne(),
                        Dnn.plain(1, units),
                        slice(units),
                        Dnn.rectified(operation.relu()),
                        false);
    }

    private void designBackward() {
        rectification =
                Rectification.of(this, operation.relu(), Dnn.plain(samples, groups * units));
        weightChange =
                MatrixProduct.of(
                        this,
                        Dnn.strided(
                                new long[] {groups, units, samples},
                                new long[] {units, 1, groups * units}),
                        from,
                        Dnn.plain(groups, units, inputs));
        if (operation.bias() != null) {
            biasChange =
                    MatrixProduct.of(
                            this,
                            Dnn.plain(1, samples),
                            Dnn.plain(samples, groups * units),
                            Dnn.plain(1, groups * units));
            onesAt = derivedRoom().take(samples);
        }
        if (needsInputGradient()) {
            inputChange = MatrixProduct.of(this, to, Dnn.plain(groups, units, inputs), from);
        }
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), Dnn.plain(samples, groups * units)));
    }

    @Override
    public List<Layout> parameters() {
        List<Layout> layouts = new ArrayList<>();
        layouts.add(new BlockedLayout(dnn(), Dnn.plain(groups * units, inputs)));
        if (operation.bias() != null) {
            layouts.add(new BlockedLayout(dnn(), Dnn.plain(groups * units)));
        }
        return layouts;
    }

    @Override
    public boolean keepsInputs() {
        return training() && !input.isCopied();
    }

    @Override
    public boolean keepsOutputs() {
        return training() && operation.relu();
    }

    @Override
    public String describe() {
        return "oneDNN product of %d matrices %s%s"
                .formatted(groups, forward.implementation(), oneByOne ? ", one by one" : "");
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place seen = input.bind(bindings, script);
        Place weight = Place.of(bindings.parameters().get(0));
        if (oneByOne) {
            for (int group = 0; group < groups; group++) {
                script.forward(forwardOfOne(bindings, seen, group));
            }
        } else {
            script.forward(forwardOfAll(bindings, script, seen, weight));
        }
        if (rectification != null && isTrained(bindings)) {
            bindBackward(bindings, script, seen, weight, rectification.bind(bindings, script));
        }
        return script.kernel();
    }

    private Call forwardOfOne(Bindings bindings, Place seen, long group) {
        Place weight = new Place(bindings.parameters().get(0), group * units * inputs);
        Place result = new Place(bindings.outputs().get(0), group * units);
        Call.Builder call =
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, slice(inputs), seen.plus(group * inputs))
                        .with(dnnl.DNNL_ARG_WEIGHTS, weightsOfOne(), weight)
                        .with(dnnl.DNNL_ARG_DST, slice(units), result);
        if (operation.bias() != null) {
            Place biases = new Place(bindings.parameters().get(1), group * units);
            call.with(dnnl.DNNL_ARG_BIAS, Dnn.plain(1, units), biases);
        }
        return call.build();
    }

    private Call forwardOfAll(Bindings bindings, Script script, Place seen, Place weight) {
        Place used = weight;
        if (packing != null) {
            used = new Place(bindings.derived(), packedAt);
            script.refresh(packing.bind(bindings, weight, used));
        }
        Call.Builder call =
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, from, seen)
                        .with(dnnl.DNNL_ARG_WEIGHTS, packed, used)
                        .with(dnnl.DNNL_ARG_DST, to, Place.of(bindings.outputs().get(0)));
        if (operation.bias() != null) {
            call.with(dnnl.DNNL_ARG_BIAS, bias, Place.of(bindings.parameters().get(1)));
        }
        return call.build();
    }

    private void bindBackward(
            Bindings bindings, Script script, Place seen, Place weight, Place change) {
        if (weightChange != null) {
            script.backward(
                    weightChange.bind(bindings, change, seen, AffineDesign.gradient(bindings, 0)));
        }
        if (biasChange != null) {
            Views.of(bindings.derived(), onesAt, samples).assign(1);
            Place ones = new Place(bindings.derived(), onesAt);
            script.backward(
                    biasChange.bind(bindings, ones, change, AffineDesign.gradient(bindings, 1)));
        }
        if (inputChange != null && bindings.inputGradients().get(0) != null) {
            script.backward(inputChange.bind(bindings, change, weight, input.change(bindings)));
            input.finish(bindings, script);
        }
    }
}
