package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.branching.LayerRange;

/**
 * Divides blocks into paths that are summed: ResNeXt (Xie et al. 2016, arXiv 1611.05431), in the
 * form of its figure 3(a).
 *
 * <p>In the body of each residual block every convolution but the last is divided between the
 * paths; the last has its full width in each path, and the paths are summed before what follows it.
 * A range without residual blocks has each convolution turned into such paths: 1x1, the
 * convolution's own kernel, 1x1, with the inner width {@code bottleneck}. A convolution without
 * bias is taken to be batch-normalized, and so are those in its paths.
 *
 * <p>The function computed is that of the grouped form, figure 3(c): a last convolution over all
 * paths at once is the sum of those over each. Parameters and multiply-accumulates are the same
 * too; a bias of the last convolution stands in the first path alone, since a sum needs only one.
 */
final class Cardinality implements BranchingStrategy<CardinalityOptions> {

    @Override
    public String id() {
        return "cardinality";
    }

    @Override
    public String summary() {
        return "Divides residual blocks or convolutions into equal paths that are summed, as ResNeXt does";
    }

    @Override
    public Class<CardinalityOptions> options() {
        return CardinalityOptions.class;
    }

    @Override
    public Architecture branch(Architecture trunk, CardinalityOptions options) {
        LayerRange range = LayerRange.of(trunk, options.from(), options.to());
        return range.replacedBy(
                ResidualPaths.anyBlock(range.nodes())
                        ? new ResidualPaths(options.branches()).split(range)
                        : new ConvolutionPaths(options).split(range));
    }
}
