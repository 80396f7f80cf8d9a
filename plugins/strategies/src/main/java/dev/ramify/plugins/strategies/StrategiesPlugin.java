package dev.ramify.plugins.strategies;

import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.plugin.RamifyPlugin;
import java.util.List;

/** Offers the built-in branching strategies. */
public final class StrategiesPlugin implements RamifyPlugin {

    @Override
    public String id() {
        return "ramify-strategies";
    }

    @Override
    public List<BranchingStrategy<?>> strategies() {
        return List.of(
                new None(),
                new Columns(),
                new ShuffledColumns(),
                new UnequalColumns(),
                new Inception(),
                new Cardinality());
    }
}
