package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Normalize;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.Collections;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Normalization by running statistics, which are constants: no sample depends on another one, and
 * lanes do not wait for each other.
 */
final class RunningNormalizeDesign extends OneDnnDesign {

    private static final int FLAGS =
            dnnl.normalization_flags.use_global_stats.value
                    | dnnl.normalization_flags.use_scale.value
                    | dnnl.normalization_flags.use_shift.value;
    private static final int RELU = dnnl.normalization_flags.fuse_norm_relu.value;

    private final float epsilon;
    private final boolean relu;
    private final memory.desc values;
    private final memory.desc channel;
    private final int channels;
    private final Step forward;
    private @Nullable ActivationGradient activationGradient;
    private @Nullable Step backward;
    private long unusedAt;

    RunningNormalizeDesign(Dnn dnn, KernelRequest request, Normalize operation) {
        super(dnn, request);
        if (operation.added() != null) {
            throw new IllegalArgumentException("sums join normalization by the batch alone");
        }
        epsilon = (float) operation.epsilon();
        relu = operation.relu();
        values = Formats.maps(source());
        channels = operation.input().shape().channels();
        channel = Dnn.plain(channels);
        forward =
                Step.of(this, forward(dnnl.prop_kind.forward_inference, FLAGS | (relu ? RELU : 0)));
        if (differentiated()) {
            activationGradient = ActivationGradient.of(this, operation.activation(), values);
            backward = Step.of(this, backward());
            unusedAt = scratchRoom().take(unused());
        }
    }

    private batch_normalization_forward.primitive_desc forward(dnnl.prop_kind kind, int flags) {
        return new batch_normalization_forward.primitive_desc(
                dnn().engine(),
                kind.value,
                values,
                values,
                epsilon,
                flags,
                Dnn.attributes(),
                false);
    }

    private batch_normalization_backward.primitive_desc backward() {
        return new batch_normalization_backward.primitive_desc(
                dnn().engine(),
                dnnl.prop_kind.backward.value,
                values,
                values,
                values,
                epsilon,
                FLAGS,
                forward(dnnl.prop_kind.forward_training, FLAGS),
                Dnn.attributes(),
                false);
    }

    /** The primitive gives all gradients; those that nobody wants go into the scratch array. */
    private long unused() {
        return needsInputGradient() ? 2L * channels : Math.max(2L * channels, Dnn.floats(values));
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), values));
    }

    @Override
    public List<Layout> parameters() {
        return Collections.nCopies(4, new BlockedLayout(dnn(), channel));
    }

    @Override
    public boolean keepsInput(int index) {
        return differentiated();
    }

    @Override
    public boolean keepsOutputs() {
        return differentiated() && relu;
    }

    @Override
    public String describe() {
        return "oneDNN normalization " + forward.implementation();
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        script.forward(
                constants(forward.bind(bindings), bindings)
                        .with(dnnl.DNNL_ARG_SRC, values, Place.of(bindings.inputs().get(0)))
                        .with(dnnl.DNNL_ARG_DST, values, Place.of(bindings.outputs().get(0)))
                        .with(dnnl.DNNL_ARG_SHIFT, channel, Place.of(bindings.parameters().get(1)))
                        .build());
        if (activationGradient != null && backward != null && isTrained(bindings)) {
            Place passed = activationGradient.bind(bindings, script);
            Place unused = new Place(bindings.scratch(), unusedAt);
            script.backward(
                    constants(backward.bind(bindings), bindings)
                            .with(dnnl.DNNL_ARG_SRC, values, Place.of(bindings.inputs().get(0)))
                            .with(dnnl.DNNL_ARG_DIFF_DST, values, passed)
                            .with(
                                    dnnl.DNNL_ARG_DIFF_SRC,
                                    values,
                                    target(bindings.inputGradients(), 0, unused))
                            .with(
                                    dnnl.DNNL_ARG_DIFF_SCALE,
                                    channel,
                                    target(bindings.parameterGradients(), 0, unused))
                            .with(
                                    dnnl.DNNL_ARG_DIFF_SHIFT,
                                    channel,
                                    target(bindings.parameterGradients(), 1, unused.plus(channels)))
                            .build());
        }
        return script.kernel();
    }

    private Call.Builder constants(Call.Builder call, Bindings bindings) {
        return call.with(dnnl.DNNL_ARG_MEAN, channel, Place.of(bindings.parameters().get(2)))
                .with(dnnl.DNNL_ARG_VARIANCE, channel, Place.of(bindings.parameters().get(3)))
                .with(dnnl.DNNL_ARG_SCALE, channel, Place.of(bindings.parameters().get(0)));
    }

    private static Place target(List<@Nullable INDArray> gradients, int index, Place otherwise) {
        @Nullable INDArray gradient = gradients.get(index);
        return gradient == null ? otherwise : Place.of(gradient);
    }
}
