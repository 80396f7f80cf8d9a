package dev.ramify.api.metric;

import org.apiguardian.api.API;

/**
 * A statistic of how a layer's units are divided between branches.
 *
 * <p>A metric computes; it never tests. The framework runs nulls, p values, corrections and
 * intervals.
 *
 * @param <O> the record of its options
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public non-sealed interface SpecializationMetric<O extends Record> extends Metric<O> {

    /**
     * Declare range, unit, kind and pitfalls of the values that given options lead to. Needs, null
     * and tail are those of {@link #profile()}.
     */
    default MetricProfile profile(O options) {
        return profile();
    }

    /**
     * Do the costly part once: everything that does not depend on which unit is in which branch.
     *
     * @throws UndefinedMetricException if the data allow no value
     */
    PreparedMetric prepare(MetricInput input, O options);
}
