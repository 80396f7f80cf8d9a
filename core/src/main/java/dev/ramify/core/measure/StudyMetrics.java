package dev.ramify.core.measure;

import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.StudyMetric;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.ConfiguredStudyMetric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The metrics of a study, each by a name of its own: its id, followed by a number where it is used
 * more than once.
 *
 * @param entries metrics of each network, in the order of the pipeline
 * @param comparisons metrics of several networks, in the order of the pipeline
 */
public record StudyMetrics(List<Entry> entries, List<Comparison> comparisons) {

    /**
     * A metric of a study.
     *
     * @param spec what the pipeline says
     * @param metric the metric with its name and options
     */
    public record Entry(MetricSpec spec, ConfiguredMetric<?> metric) {

        /** Return the name by which its measurements are called. */
        public String name() {
            return metric.name();
        }

        /** Return what is to be measured. */
        public MetricChoice choice() {
            return new MetricChoice(metric, spec.layers(), spec.permutations());
        }
    }

    /**
     * A metric of several networks of a study.
     *
     * @param spec what the pipeline says
     * @param metric the metric with its name and options
     */
    public record Comparison(MetricSpec spec, ConfiguredStudyMetric<?> metric) {}

    /** Name the metrics of a pipeline. */
    public static StudyMetrics of(List<MetricSpec> specs) {
        Map<String, Integer> uses = new HashMap<>();
        List<Entry> entries = new ArrayList<>();
        List<Comparison> comparisons = new ArrayList<>();
        for (MetricSpec spec : specs) {
            String id = spec.metric().id();
            int use = uses.merge(id, 1, Integer::sum);
            String name = use == 1 ? id : id + "-" + use;
            Record options = spec.metric().options();
            if (spec.metric().extension() instanceof StudyMetric<?> metric) {
                ConfiguredStudyMetric<?> own = ConfiguredStudyMetric.of(name, metric, options);
                comparisons.add(new Comparison(spec, own));
            } else if (spec.metric().extension() instanceof SpecializationMetric<?> metric) {
                entries.add(new Entry(spec, ConfiguredMetric.of(name, metric, options)));
            }
        }
        return new StudyMetrics(List.copyOf(entries), List.copyOf(comparisons));
    }

    /** Return the profile of each metric of single networks, by name. */
    public Map<String, MetricProfile> profiles() {
        Map<String, MetricProfile> profiles = new LinkedHashMap<>();
        entries.forEach(entry -> profiles.put(entry.metric().name(), entry.metric().profile()));
        return profiles;
    }
}
