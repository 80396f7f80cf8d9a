package dev.ramify.core.engine.kernels.portable;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Graph;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Purpose.Statistics;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.KernelDesign;
import dev.ramify.core.engine.kernels.KernelRequest;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.Layout;
import dev.ramify.core.engine.kernels.RowMajor;
import dev.ramify.core.engine.kernels.TapDesign;
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
        Operation operation = request.operation();
        PortableDesign.Outline outline = new PortableDesign.Outline(operation, request.samples());
        if (operation instanceof Operation.Convolve convolve) {
            return ConvolveKernel.design(outline, convolve);
        }
        if (operation instanceof Operation.Affine affine) {
            return AffineKernel.design(outline, affine);
        }
        if (operation instanceof Operation.Normalize normalize) {
            return request.statistics() == Statistics.BATCH
                    ? NormalizeKernel.design(outline, normalize)
                    : RunningNormalizeKernel.design(outline, normalize);
        }
        if (operation instanceof Operation.Pool pool) {
            return PoolKernel.design(outline, pool);
        }
        if (operation instanceof Operation.Drop drop) {
            return request.dropout() ? DropKernel.design(outline, drop) : outline.identity();
        }
        if (operation instanceof Operation.Tap tap) {
            return new TapDesign(request, tap);
        }
        return simple(operation, outline);
    }

    private static KernelDesign simple(Operation operation, PortableDesign.Outline outline) {
        if (operation instanceof Operation.Rectify rectify) {
            return RectifyKernel.design(outline, rectify);
        }
        if (operation instanceof Operation.GlobalAverage average) {
            return GlobalAverageKernel.design(outline, average);
        }
        if (operation instanceof Operation.Flatten flatten) {
            return FlattenKernel.design(outline, flatten);
        }
        if (operation instanceof Operation.Shuffle shuffle) {
            return ShuffleKernel.design(outline, shuffle);
        }
        if (operation instanceof Operation.Fork fork) {
            return ForkKernel.design(outline, fork);
        }
        if (operation instanceof Operation.Split) {
            return BlocksKernel.split(outline);
        }
        if (operation instanceof Operation.Concatenate) {
            return BlocksKernel.concatenate(outline);
        }
        if (operation instanceof Operation.Add add) {
            return AddKernel.design(outline, add);
        }
        throw new UnsupportedOperationException("portable kernels do not know " + operation);
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
