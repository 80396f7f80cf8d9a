package dev.ramify.api.metric;

import org.apiguardian.api.API;

/**
 * What chance gave.
 *
 * @param kind what was shuffled
 * @param mean mean of the values under the null
 * @param sd their standard deviation
 * @param n the number of shuffles
 * @param assumesIndependentUnits whether the null takes units for exchangeable that may not be; see
 *     {@link ChanceTest}
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NullSummary(
        MetricProfile.NullModel kind,
        double mean,
        double sd,
        int n,
        boolean assumesIndependentUnits) {

    /** Create what a null gave that holds. */
    public NullSummary(MetricProfile.NullModel kind, double mean, double sd, int n) {
        this(kind, mean, sd, n, false);
    }
}
