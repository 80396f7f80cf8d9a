package dev.ramify.core.engine.kernels.portable;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.RowMajor;
import java.util.List;

/** Every operation on plain ND4J operations. Correct everywhere, fast nowhere. */
public final class PortableKernels implements Kernels {

    @Override
    public String name() {
        return "portable";
    }

    @Override
    public int[] lanes(Graph graph, int samples) {
        return new int[] {samples};
    }

    @Override
    public Layout input(Shape shape, int samples) {
        return new ChannelMajor(shape, samples);
    }

    @Override
    public KernelDesign design(KernelRequest request) {
        return request.operation().accept(new PortableDesigns(request));
    }

    static List<Layout> layouts(List<Value> values, int samples) {
        return values.stream()
                .map(value -> (Layout) new ChannelMajor(value.shape(), samples))
                .toList();
    }

    static List<Layout> layouts(List<Parameter> parameters) {
        return parameters.stream().map(each -> (Layout) new RowMajor(each.shape())).toList();
    }
}
