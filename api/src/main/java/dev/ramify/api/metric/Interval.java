package dev.ramify.api.metric;

import org.apiguardian.api.API;

/**
 * A confidence interval.
 *
 * @param low lower end
 * @param high upper end
 * @param level its coverage, such as 0.95
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Interval(double low, double high, double level) {}
