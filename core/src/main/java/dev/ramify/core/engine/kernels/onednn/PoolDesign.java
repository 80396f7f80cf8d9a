package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Window;
import dev.ramify.core.engine.graph.Operation.GlobalAverage;
import dev.ramify.core.engine.graph.Operation.Pool;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Maximum or average over windows, or over the whole map. */
final class PoolDesign extends OneDnnDesign {

    private final memory.desc from;
    private final memory.desc to;
    private final Step forward;
    private final @Nullable Step backward;
    private final memory.@Nullable desc choices;
    private final long choicesAt;

    /**
     * Height and width of the window, the steps, and what is added at the beginning and at the end.
     */
    private record Geometry(
            dnnl.algorithm algorithm,
            long[] window,
            long[] strides,
            long[] dilation,
            long[] before,
            long[] after,
            long[] output) {}

    private PoolDesign(Dnn dnn, KernelRequest request, Geometry geometry) {
        super(dnn, request);
        from = Formats.maps(source());
        long[] old = Dnn.sizes(from);
        memory.desc wanted = Dnn.any(old[0], old[1], geometry.output()[0], geometry.output()[1]);
        pooling_forward.primitive_desc chosen =
                new pooling_forward.primitive_desc(
                        dnn.engine(),
                        differentiated()
                                ? dnnl.prop_kind.forward_training
                                : dnnl.prop_kind.forward_inference,
                        geometry.algorithm(),
                        from,
                        wanted,
                        geometry.strides(),
                        geometry.window(),
                        geometry.dilation(),
                        geometry.before(),
                        geometry.after(),
                        Dnn.attributes(),
                        false);
        to = chosen.dst_desc();
        forward = Step.of(this, chosen);
        boolean chooses = differentiated() && geometry.algorithm() == dnnl.algorithm.pooling_max;
        choices = chooses ? chosen.workspace_desc() : null;
        choicesAt = choices == null ? 0 : workspaceRoom().take(Dnn.floats(choices));
        backward =
                needsInputGradient()
                        ? Step.of(
                                this,
                                new pooling_backward.primitive_desc(
                                        dnn.engine(),
                                        geometry.algorithm(),
                                        from,
                                        to,
                                        geometry.strides(),
                                        geometry.window(),
                                        geometry.dilation(),
                                        geometry.before(),
                                        geometry.after(),
                                        chosen,
                                        Dnn.attributes(),
                                        false))
                        : null;
    }

    static PoolDesign of(Dnn dnn, KernelRequest request, Pool pool) {
        Window window = pool.window();
        Window.Margins margins = pool.margins();
        if (pool.paddingCounted() && !margins.equals(window.margins())) {
            throw new IllegalArgumentException(
                    "the library counts what rounding adds where it counts padding");
        }
        return new PoolDesign(
                dnn,
                request,
                new Geometry(
                        algorithm(pool),
                        pair(window.size().height(), window.size().width()),
                        pair(window.stride().height(), window.stride().width()),
                        pair(window.dilation().height() - 1L, window.dilation().width() - 1L),
                        pair(margins.top(), margins.left()),
                        pair(margins.bottom(), margins.right()),
                        pair(pool.output().shape().height(), pool.output().shape().width())));
    }

    private static dnnl.algorithm algorithm(Pool pool) {
        if (pool.kind() == Pooling.Kind.MAX) {
            return dnnl.algorithm.pooling_max;
        }
        return pool.paddingCounted()
                ? dnnl.algorithm.pooling_avg_include_padding
                : dnnl.algorithm.pooling_avg_exclude_padding;
    }

    static PoolDesign of(Dnn dnn, KernelRequest request, GlobalAverage average) {
        return new PoolDesign(
                dnn,
                request,
                new Geometry(
                        dnnl.algorithm.pooling_avg_exclude_padding,
                        pair(average.input().shape().height(), average.input().shape().width()),
                        pair(1, 1),
                        pair(0, 0),
                        pair(0, 0),
                        pair(0, 0),
                        pair(1, 1)));
    }

    private static long[] pair(long height, long width) {
        return new long[] {height, width};
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), to));
    }

    @Override
    public String describe() {
        return "oneDNN pooling "
                + forward.implementation()
                + (backward == null ? "" : ", " + backward.implementation());
    }

    @Override
    public Kernel bind(Bindings bindings) {
        Script script = new Script();
        Call.Builder call =
                forward.bind(bindings)
                        .with(dnnl.DNNL_ARG_SRC, from, Place.of(bindings.inputs().get(0)))
                        .with(dnnl.DNNL_ARG_DST, to, Place.of(bindings.outputs().get(0)));
        script.forward(withChoices(call, bindings).build());
        if (backward != null && isTrained(bindings)) {
            @Nullable INDArray target = bindings.inputGradients().get(0);
            if (target != null) {
                Place change = Place.of(bindings.outputGradients().get(0));
                Call.Builder back =
                        backward.bind(bindings)
                                .with(dnnl.DNNL_ARG_DIFF_DST, to, change)
                                .with(dnnl.DNNL_ARG_DIFF_SRC, from, Place.of(target));
                script.backward(withChoices(back, bindings).build());
            }
        }
        return script.kernel();
    }

    /** Maxima remember where they were found. */
    private Call.Builder withChoices(Call.Builder call, Bindings bindings) {
        return choices == null
                ? call
                : call.with(
                        dnnl.DNNL_ARG_WORKSPACE,
                        choices,
                        new Place(bindings.workspace(), choicesAt));
    }
}
