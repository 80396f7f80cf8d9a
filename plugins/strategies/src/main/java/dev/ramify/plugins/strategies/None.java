package dev.ramify.plugins.strategies;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.option.NoOptions;

/** Leaves the trunk as it is: the unbranched network to compare with. */
final class None implements BranchingStrategy<NoOptions> {

    @Override
    public String id() {
        return "none";
    }

    @Override
    public String summary() {
        return "Leaves the trunk unbranched, to compare with";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public Architecture branch(Architecture trunk, NoOptions options) {
        return trunk;
    }
}
