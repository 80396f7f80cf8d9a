package dev.ramify.api.metric;

import dev.ramify.api.plugin.Extension;
import org.apiguardian.api.API;

/**
 * What a study can measure: something of each of its networks, or something of several together.
 *
 * @param <O> the record of its options
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Metric<O extends Record> extends Extension<O>
        permits SpecializationMetric, StudyMetric {

    /** Declare needs, null, range and pitfalls. */
    MetricProfile profile();
}
