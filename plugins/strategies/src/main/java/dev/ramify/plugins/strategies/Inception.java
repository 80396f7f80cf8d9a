package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Layer;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.WeightedLayer;
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
                new Pooling(
                        layer.name() + "-pool", Pooling.Kind.MAX, POOL_WINDOW, 1, POOL_WINDOW / 2),
                resized((Convolution) layer, 1));
    }

    /** The map keeps its size where the kernel grows by twice what the padding grows by. */
    private static Convolution resized(Convolution layer, int kernel) {
        int growth = kernel - layer.kernel();
        int padding = layer.padding() + growth / 2;
        if (growth % 2 != 0 || padding < 0 || padding >= kernel) {
            throw new InvalidOptionException(
                    "kernels",
                    "a kernel of %d in place of %d with padding %d in '%s' would change the size of the map; it takes kernels that are %s%s"
                            .formatted(
                                    kernel,
                                    layer.kernel(),
                                    layer.padding(),
                                    layer.name(),
                                    layer.kernel() % 2 == 0 ? "even" : "odd",
                                    layer.padding() * 2 == layer.kernel() - 1
                                            ? ""
                                            : " and not much smaller or larger than its own"));
        }
        return new Convolution(
                layer.name(),
                layer.filters(),
                kernel,
                layer.stride(),
                padding,
                layer.groups(),
                layer.bias());
    }

    private static boolean isSpatial(Layer layer) {
        return layer instanceof Convolution convolution && convolution.kernel() > 1;
    }
}
