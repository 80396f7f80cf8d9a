package dev.ramify.plugins.metrics;

import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.plugin.RamifyPlugin;
import dev.ramify.plugins.metrics.family.FamilyConcentration;
import dev.ramify.plugins.metrics.family.FamilyInformation;
import dev.ramify.plugins.metrics.filter.FilterStatistics;
import java.util.List;

/** Offers the built-in specialization metrics. */
public final class MetricsPlugin implements RamifyPlugin {

    @Override
    public String id() {
        return "ramify-metrics";
    }

    @Override
    public List<SpecializationMetric<?>> metrics() {
        return List.of(new FamilyInformation(), new FamilyConcentration(), new FilterStatistics());
    }
}
