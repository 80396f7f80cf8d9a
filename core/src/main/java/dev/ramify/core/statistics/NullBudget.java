package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile;

/**
 * How many draws under the null are made.
 *
 * @param most the most draws, at least 1; p values that are not exact are never below {@code 1 /
 *     (most + 1)}
 * @param enough stop once this many draws were at least as extreme as the most extreme subject; 0
 *     to make all draws
 * @param whateverItCosts whether a costly metric makes as many draws as any other, rather than as
 *     many as its profile calls affordable
 * @see Exceedances
 */
public record NullBudget(int most, int enough, boolean whateverItCosts) {

    /** Besag and Clifford's own choice: the relative standard error of p is then about a fifth. */
    public static final int ENOUGH = 20;

    public NullBudget {
        if (most < 1) {
            throw new IllegalArgumentException(
                    "a null needs at least 1 permutation, found " + most);
        }
        if (enough < 0) {
            throw new IllegalArgumentException(
                    "the number of draws that are enough cannot be negative, found " + enough);
        }
    }

    /** Make a number of draws, fewer where a metric is costly. */
    public static NullBudget of(int draws) {
        return new NullBudget(draws, 0, false);
    }

    /** Stop as soon as the answer is clear. */
    public NullBudget stoppingEarly() {
        return new NullBudget(most, ENOUGH, whateverItCosts);
    }

    /** Do not spare costly metrics. */
    public NullBudget regardlessOfCost() {
        return new NullBudget(most, enough, true);
    }

    int draws(MetricProfile profile) {
        return whateverItCosts ? most : Math.min(most, profile.affordableDraws());
    }
}
