package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Permute;
import dev.ramify.core.engine.kernels.Bindings;
import dev.ramify.core.engine.kernels.FloatMemory;
import dev.ramify.core.engine.kernels.Kernel;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.Views;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Channels in another order, map by map, between copies to and from logical order. */
final class PermuteDesign extends OneDnnDesign {

    private final int[] sources;
    private final int area;
    private final memory.desc logical;
    private final @Nullable Copy entering;
    private final @Nullable Copy leaving;
    private final long stagedAt;

    PermuteDesign(Dnn dnn, KernelRequest request, Permute operation) {
        super(dnn, request);
        sources = operation.sources().stream().mapToInt(Integer::intValue).toArray();
        area = operation.input().shape().area();
        logical = Dnn.plain(input(0).sizes());
        entering = Copy.between(this, source(), logical);
        leaving = needsInputGradient() ? Copy.between(this, logical, source()) : null;
        stagedAt = entering == null ? 0 : scratchRoom().take(Dnn.floats(logical));
    }

    @Override
    public List<Layout> outputs() {
        return List.of(new BlockedLayout(dnn(), logical));
    }

    @Override
    public String describe() {
        return entering == null ? "permutation" : "permutation, input copied to logical order";
    }

    @Override
    public Kernel bind(Bindings bindings) {
        return new Permuting(bindings);
    }

    private final class Permuting implements Kernel {

        private final FloatMemory from;
        private final FloatMemory to;
        private final @Nullable Call in;
        private final @Nullable FloatMemory gradient;
        private final @Nullable FloatMemory changed;
        private final @Nullable Call out;
        private final float[] map = new float[area];

        Permuting(Bindings bindings) {
            INDArray input = bindings.inputs().get(0);
            Place staged = new Place(bindings.scratch(), stagedAt);
            in = entering == null ? null : entering.bind(bindings, Place.of(input), staged);
            from = FloatMemory.of(entering == null ? input : staged(bindings));
            to = FloatMemory.of(bindings.outputs().get(0));
            @Nullable INDArray target =
                    isTrained(bindings) ? bindings.inputGradients().get(0) : null;
            if (target == null) {
                gradient = null;
                changed = null;
                out = null;
            } else {
                gradient = FloatMemory.of(bindings.outputGradients().get(0));
                changed = FloatMemory.of(leaving == null ? target : staged(bindings));
                out = leaving == null ? null : leaving.bind(bindings, staged, Place.of(target));
            }
        }

        private INDArray staged(Bindings bindings) {
            return Views.of(bindings.scratch(), stagedAt, Dnn.floats(logical));
        }

        @Override
        public void forward() {
            if (in != null) {
                in.run();
            }
            for (int first = 0; first < to.length(); first += sources.length * area) {
                for (int channel = 0; channel < sources.length; channel++) {
                    move(from, first + sources[channel] * area, to, first + channel * area);
                }
            }
        }

        @Override
        public void backward() {
            if (gradient == null || changed == null) {
                return;
            }
            for (int first = 0; first < gradient.length(); first += sources.length * area) {
                for (int channel = 0; channel < sources.length; channel++) {
                    int source = first + sources[channel] * area;
                    move(gradient, first + channel * area, changed, source);
                }
            }
            if (out != null) {
                out.run();
            }
        }

        private void move(FloatMemory source, int at, FloatMemory target, int to) {
            source.get(at, map, 0, area);
            target.put(to, map, 0, area);
        }
    }
}
