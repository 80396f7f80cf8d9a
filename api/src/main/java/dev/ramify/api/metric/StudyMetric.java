package dev.ramify.api.metric;

import org.apiguardian.api.API;

/**
 * A statistic of how several networks divide the same work between their branches: seeds,
 * architectures or data sets side by side.
 *
 * <p>As with {@link SpecializationMetric}, a metric computes and never tests. The only null is
 * {@link MetricProfile.NullModel#UNIT_PERMUTATION}, in every network at once. Branches of different
 * networks must be matched by the statistic itself, so that chance can match them as well.
 *
 * @param <O> the record of its options
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public non-sealed interface StudyMetric<O extends Record> extends Metric<O> {

    /** Declare needs, null, range and pitfalls; needs are checked in every network. */
    @Override
    MetricProfile profile();

    /**
     * Do the costly part once: everything that does not depend on which unit is in which branch.
     *
     * @throws UndefinedMetricException if the data allow no value
     */
    PreparedStudyMetric prepare(StudyInput input, O options);
}
