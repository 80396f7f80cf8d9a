package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.branching.LayerRange;
import java.util.List;

/**
 * Divides a range into equal columns that do not see each other, as AlexNet's two halves do
 * (Krizhevsky, Sutskever and Hinton 2012); the setting of Voss et al. 2021.
 */
final class Columns implements BranchingStrategy<ColumnsOptions> {

    @Override
    public String id() {
        return "columns";
    }

    @Override
    public String summary() {
        return "Divides a range of layers into equal, isolated branches of the same total width";
    }

    @Override
    public Class<ColumnsOptions> options() {
        return ColumnsOptions.class;
    }

    @Override
    public Architecture branch(Architecture trunk, ColumnsOptions options) {
        LayerRange range = LayerRange.of(trunk, options.from(), options.to());
        return range.replacedBy(List.of(IsolatedBranches.of("columns", range, options.shares())));
    }
}
