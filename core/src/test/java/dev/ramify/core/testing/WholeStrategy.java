package dev.ramify.core.testing;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.option.NoOptions;

/** Leaves the trunk as it is. */
final class WholeStrategy implements BranchingStrategy<NoOptions> {

    @Override
    public String id() {
        return "none";
    }

    @Override
    public String summary() {
        return "Leave the trunk as it is.";
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
