package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.ActivationFunction;
import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Operation.Convolve;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.convolution_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** A convolution in the layouts that it likes best. */
final class ConvolveDesign extends OneDnnDesign {

    private final ConvolveParts parts;
    private final Grouping grouping;
    private final memory.desc given;
    private final memory.desc from;
    private final memory.desc weights;
    private final memory.desc to;
    private final Layout weightLayout;
    private final Step forward;
    private final @Nullable Copy entering;
    private final long entered;
    private final @Nullable ActivationFunction activation;
    private final @Nullable Added added;
    private @Nullable ActivationGradient activationGradient;
    private @Nullable WeightChange weightChange;
    private @Nullable InputChange inputChange;

    ConvolveDesign(Dnn dnn, KernelRequest request, Convolve operation) {
        super(dnn, request);
        parts = new ConvolveParts(dnn, operation);
        activation = operation.activation();
        given = Formats.maps(source());
        Grouping best = Grouping.best(operation, dnn.block());
        boolean fills = needsFilling(best);
        grouping = fills ? best.padded(dnn.block()) : best;
        convolution_forward.primitive_desc chosen = fills ? filled(operation) : choose(operation);
        from = chosen.src_desc();
        memory.desc narrow = fills ? Formats.blocked(dnn.block(), Dnn.sizes(given)) : from;
        weights = chosen.weights_desc();
        to = chosen.dst_desc();
        if (operation.added() != null && differentiated()) {
            throw new IllegalArgumentException("sums join convolutions in inference alone");
        }
        added = operation.added() == null ? null : Added.of(this, to);
        forward = Step.of(this, added == null ? chosen : parts.adding(chosen));
        weightLayout = grouping.layout(new BlockedLayout(dnn, weights));
        entering = Copy.between(this, given, narrow);
        entered = entering == null ? 0 : workspaceRoom().take(Dnn.floats(from));
        if (differentiated()) {
            activationGradient = ActivationGradient.of(this, activation, to);
            weightChange =
                    needsParameterGradients()
                            ? WeightChange.of(this, parts, grouping, chosen, weightLayout)
                            : null;
            inputChange =
                    needsInputGradient()
                            ? InputChange.of(this, parts, grouping, chosen, narrow, given)
                            : null;
        }
    }

    /** Few channels have no fast way back, unless they are those of an image, which needs none. */
    private boolean needsFilling(Grouping best) {
        boolean isImage = best.inputs() <= 3 && !needsInputGradient();
        return best.groups() == 1 && best.inputs() < dnn().block() && !isImage;
    }

    /**
     * Blocks of channels are zero where there is none, so that they can be read as more channels.
     */
    private convolution_forward.primitive_desc filled(Convolve operation) {
        long[] sizes = Dnn.sizes(given);
        sizes[1] = grouping.inputs();
        return parts.forward(
                differentiated(),
                Formats.blocked(dnn().block(), sizes),
                wanted(),
                result(operation));
    }

    private memory.desc result(Convolve operation) {
        Shape shape = operation.output().shape();
        return Dnn.any(request().samples(), shape.channels(), shape.height(), shape.width());
    }

    private memory.desc wanted() {
        Layout settled = settled(0);
        return settled == null ? Dnn.any(grouping.sizes()) : Grouping.computed(settled).desc();
    }

    private convolution_forward.primitive_desc choose(Convolve operation) {
        memory.desc result = result(operation);
        memory.desc wanted = wanted();
        convolution_forward.primitive_desc free =
                parts.forward(differentiated(), Dnn.any(Dnn.sizes(given)), wanted, result);
        if (Dnn.same(free.src_desc(), given)) {
            return free;
        }
        // The library may take images as they are, and be faster so than after a copy.
        try {
            convolution_forward.primitive_desc fixed =
                    parts.forward(differentiated(), given, wanted, result);
            return Step.isSlow(fixed) ? free : fixed;
        } catch (RuntimeException e) {
            return free;
        }
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), to));
    }

    @Override
    public List<Layout> parameters() {
        List<Layout> layouts = new ArrayList<>();
        layouts.add(weightLayout);
        if (parts.hasBias()) {
            layouts.add(new BlockedLayout(dnn(), parts.bias()));
        }
        return layouts;
    }

    @Override
    public boolean keepsInput(int index) {
        return needsParameterGradients() && entering == null;
    }

    @Override
    public boolean keepsOutputs() {
        return differentiated() && activation != null;
    }

    @Override
    public String describe() {
        return "oneDNN convolution "
                + forward.implementation()
                + grouping.describe()
                + (weightChange == null ? "" : ", " + weightChange.step().implementation())
                + (inputChange == null ? "" : ", " + inputChange.step().implementation())
                + (entering == null ? "" : ", input copied");
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Place seen = Place.of(bindings.inputs().get(0));
        if (entering != null) {
            Place copied = new Place(bindings.workspace(), entered);
            script.forward(entering.bind(bindings, seen, copied));
            seen = copied;
        }
        Place weight = Place.of(bindings.parameters().get(0));
        Call.Builder call =
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, from, seen)
                        .with(dnnl.DNNL_ARG_WEIGHTS, weights, weight)
                        .with(dnnl.DNNL_ARG_DST, to, Place.of(bindings.outputs().get(0)));
        if (parts.hasBias()) {
            call.with(dnnl.DNNL_ARG_BIAS, parts.bias(), Place.of(bindings.parameters().get(1)));
        }
        if (added != null) {
            added.enter(bindings).forEach(script::forward);
            call.with(Dnn.after(0), to, added.place(bindings));
        }
        script.forward(call.build());
        if (activationGradient != null && isTrained(bindings)) {
            Place change = activationGradient.bind(bindings, script);
            if (weightChange != null) {
                weightChange.bind(bindings, script, seen, change);
            }
            if (inputChange != null) {
                inputChange.bind(bindings, script, weight, change);
            }
        }
        return script.kernel();
    }
}
