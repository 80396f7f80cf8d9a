package dev.ramify.core.testing;

import dev.ramify.api.branching.BranchingStrategy;
import dev.ramify.api.data.DatasetProvider;
import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.plugin.RamifyPlugin;
import java.util.List;

/** A plugin with one or two extensions of every kind. */
public final class FakePlugin implements RamifyPlugin {

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public List<BranchingStrategy<?>> strategies() {
        return List.of(new SplitStrategy(), new WholeStrategy());
    }

    @Override
    public List<SpecializationMetric<?>> metrics() {
        return List.of(new FakeMetric("purity", false), new FakeMetric("factor-purity", true));
    }

    @Override
    public List<Visualizer<?>> visualizers() {
        return List.of(new FakeVisualizer());
    }

    @Override
    public List<DatasetProvider<?>> datasets() {
        return List.of(new DotsProvider(), new MissingProvider());
    }
}
