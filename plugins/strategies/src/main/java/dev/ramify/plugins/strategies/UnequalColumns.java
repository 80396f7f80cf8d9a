package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.branching.LayerRange;
import java.util.List;

/**
 * Divides a range into columns of given widths and the same kernels, which tells the effect of a
 * branch's width from that of its kernel.
 */
final class UnequalColumns implements BranchingStrategy<UnequalColumnsOptions> {

    @Override
    public String id() {
        return "unequal-columns";
    }

    @Override
    public String summary() {
        return "Divides a range of layers into isolated branches of given widths, with the same kernels";
    }

    @Override
    public Class<UnequalColumnsOptions> options() {
        return UnequalColumnsOptions.class;
    }

    @Override
    public Architecture branch(Architecture trunk, UnequalColumnsOptions options) {
        LayerRange range = LayerRange.of(trunk, options.from(), options.to());
        return range.replacedBy(List.of(IsolatedBranches.of("columns", range, options.division())));
    }
}
