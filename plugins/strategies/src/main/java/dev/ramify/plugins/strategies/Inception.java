package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.WeightedLayer;
import dev.ramify.api.architecture.Window;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.branching.LayerRange;
import dev.ramify.api.branching.Nodes;
import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.InvalidOptionException;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides a range into branches of different kernels, as InceptionV1 does (Szegedy et al. 2014,
 * arXiv 1409.4842).
 *
 * <p>In each branch every convolution with a kernel above 1 takes the branch's kernel, padded such
 * that maps keep their size; convolutions with a kernel of 1 only mix channels and keep it. Where a
 * branch specialises here, its kernel may be the reason: {@code unequal-columns} is the control.
 */
final class Inception implements BranchingStrategy<InceptionOptions> {

    private static final int POOL_WINDOW = 3;

    @Override
    public String id() {
        return "inception";
    }

    @Override
    public String summary() {
        return "Divides a range of convolutions into isolated branches with different kernels";
    }

    @Override
    public Class<InceptionOptions> options() {
        return InceptionOptions.class;
    }

    @Override
    public Architecture branch(Architecture trunk, InceptionOptions options) {
        LayerRange range = LayerRange.of(trunk, options.from(), options.to());
        requireKernels(range, options);
        Shares shares = options.division().check(range.weightedLayers());
        List<Branch> branches = new ArrayList<>();
        for (int kernel : options.kernels()) {
            branches.add(
                    new Branch(
                            kernel + "x" + kernel,
                            Nodes.map(
                                    range.narrowed(shares, branches.size()),
                                    layer -> List.of(withKernel(layer, kernel)))));
        }
        if (options.pool()) {
            branches.add(
                    new Branch(
                            "pool",
                            Nodes.map(range.narrowed(shares, branches.size()), Inception::pooled)));
        }
        return range.replacedBy(
                List.of(Branches.of(range.freeName("inception"), branches, Merge.CONCAT)));
    }

    private static void requireKernels(LayerRange range, InceptionOptions options) {
        for (WeightedLayer layer : range.weightedLayers()) {
            if (isSpatial(layer)) {
                return;
            }
        }
        throw new InvalidOptionException(
                "from",
                "there is no convolution with a kernel above 1 from '%s' to '%s', so the branches would not differ"
                        .formatted(options.from(), options.to()));
    }

    private static Layer withKernel(Layer layer, int kernel) {
        return isSpatial(layer) ? resized((Convolution) layer, kernel) : layer;
    }

    private static List<Layer> pooled(Layer layer) {
        if (!isSpatial(layer)) {
            return List.of(layer);
        }
        return List.of(
                Pooling.max(
                        layer.name() + "-pool",
                        Window.square(POOL_WINDOW).withPadding(POOL_WINDOW / 2)),
                resized((Convolution) layer, 1));
    }

    /** The map keeps its size where the kernel grows by twice what each margin grows by. */
    private static Convolution resized(Convolution layer, int kernel) {
        Window window = layer.window();
        int rows = kernel - window.size().height();
        int columns = kernel - window.size().width();
        Window.Margins old = window.margins();
        int least =
                Math.min(
                        Math.min(old.top(), old.bottom()) + rows / 2,
                        Math.min(old.left(), old.right()) + columns / 2);
        int most =
                Math.max(
                        Math.max(old.top(), old.bottom()) + rows / 2,
                        Math.max(old.left(), old.right()) + columns / 2);
        if (rows % 2 != 0 || columns % 2 != 0 || least < 0 || most >= kernel) {
            throw new InvalidOptionException("kernels", misfit(layer, kernel));
        }
        return layer.withWindow(
                window.withSize(kernel, kernel)
                        .withMargins(
                                new Window.Margins(
                                        old.top() + rows / 2,
                                        old.left() + columns / 2,
                                        old.bottom() + rows / 2,
                                        old.right() + columns / 2)));
    }

    private static String misfit(Convolution layer, int kernel) {
        Window window = layer.window();
        boolean same = window.equals(window.keepingSize());
        return "a kernel of %d in place of %s with padding %s in '%s' would change the size of the map; it takes kernels that are %s%s"
                .formatted(
                        kernel,
                        side(window),
                        margins(window.margins()),
                        layer.name(),
                        window.size().height() % 2 == 0 ? "even" : "odd",
                        same ? "" : " and not much smaller or larger than its own");
    }

    private static String side(Window window) {
        return window.size().height() == window.size().width()
                ? Integer.toString(window.size().height())
                : window.size().toString();
    }

    private static String margins(Window.Margins margins) {
        return margins.equals(Window.Margins.all(margins.top()))
                ? Integer.toString(margins.top())
                : margins.toString();
    }

    private static boolean isSpatial(Layer layer) {
        return layer instanceof Convolution convolution && convolution.window().positions() > 1;
    }
}
