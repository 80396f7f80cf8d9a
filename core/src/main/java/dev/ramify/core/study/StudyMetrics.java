package dev.ramify.core.study;

import dev.ramify.api.metric.MetricProfile;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.statistics.ConfiguredMetric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of a study, each by a name of its own: its id, followed by a number where it is used
 * more than once.
 *
 * @param entries in the order of the pipeline
 */
record StudyMetrics(List<Entry> entries) {

    /**
     * A metric of a study.
     *
     * @param spec what the pipeline says
     * @param metric the metric with its name and options
     */
    record Entry(MetricSpec spec, ConfiguredMetric<?> metric) {

        boolean measures(String layer) {
            return spec.layers().isEmpty() || spec.layers().contains(layer);
        }
    }

    static StudyMetrics of(List<MetricSpec> specs) {
        Map<String, Integer> uses = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        for (MetricSpec spec : specs) {
            String id = spec.metric().id();
            int use = uses.merge(id, 1, Integer::sum);
            String name = use == 1 ? id : id + "-" + use;
            entries.add(
                    new Entry(
                            spec,
                            ConfiguredMetric.of(
                                    name, spec.metric().extension(), spec.metric().options())));
        }
        return new StudyMetrics(List.copyOf(entries));
    }

    /** Return the profile of each metric, by name. */
    Map<String, MetricProfile> profiles() {
        Map<String, MetricProfile> profiles = new LinkedHashMap<>();
        entries.forEach(
                entry -> profiles.put(entry.metric().name(), entry.metric().metric().profile()));
        return profiles;
    }
}
