package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;

/**
 * A metric with its options.
 *
 * @param name by which its measurements are called: the metric's id, unless a study uses it twice
 * @param metric the metric
 * @param options its options
 */
public record ConfiguredMetric<O extends Record>(
        String name, SpecializationMetric<O> metric, O options) {

    /** Call a metric by its id. */
    public static <O extends Record> ConfiguredMetric<O> of(
            SpecializationMetric<O> metric, O options) {
        return new ConfiguredMetric<>(metric.id(), metric, options);
    }

    /**
     * Call a metric by a name of its own.
     *
     * @param options an instance of {@code metric.options()}
     * @throws ClassCastException if they are not
     */
    public static <O extends Record> ConfiguredMetric<O> of(
            String name, SpecializationMetric<O> metric, Record options) {
        return new ConfiguredMetric<>(name, metric, metric.options().cast(options));
    }

    /** Return the profile of the metric with its options. */
    public MetricProfile profile() {
        return metric.profile(options);
    }

    PreparedMetric prepare(MetricInput input) {
        return metric.prepare(input, options);
    }
}
