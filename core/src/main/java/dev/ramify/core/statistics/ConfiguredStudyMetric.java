package dev.ramify.core.statistics;

import dev.ramify.api.metric.PreparedStudyMetric;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.StudyMetric;

/**
 * A metric of several networks with its options.
 *
 * @param name by which its measurements are called: the metric's id, unless a study uses it twice
 * @param metric the metric
 * @param options its options
 */
public record ConfiguredStudyMetric<O extends Record>(
        String name, StudyMetric<O> metric, O options) {

    /** Call a metric by its id. */
    public static <O extends Record> ConfiguredStudyMetric<O> of(StudyMetric<O> metric, O options) {
        return new ConfiguredStudyMetric<>(metric.id(), metric, options);
    }

    /**
     * Call a metric by a name of its own.
     *
     * @throws ClassCastException if the options are none of the metric
     */
    public static <O extends Record> ConfiguredStudyMetric<O> of(
            String name, StudyMetric<O> metric, Record options) {
        return new ConfiguredStudyMetric<>(name, metric, metric.options().cast(options));
    }

    PreparedStudyMetric prepare(StudyInput input) {
        return metric.prepare(input, options);
    }
}
