package dev.ramify.api.metric;

import dev.ramify.api.metric.MetricProfile.NullModel;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The networks at hand against chance: says something of these networks, nothing of training.
 *
 * @param model what chance means
 * @param assumesIndependentUnits whether the null takes units for exchangeable that may not be:
 *     from the second layer of a branch on, units share inputs before any training. Such a p
 *     carries no claim
 * @param p probability, under the null in every network at once, of a mean at least as extreme
 * @param pAdjusted the same, corrected over the questions of the study; null where the metric is
 *     descriptive
 * @param inAtLeast in how many networks at least, with 95 % confidence, there is more than chance
 *     (partial conjunction, Benjamini and Heller, Biometrics 64, 2008)
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ChanceTest(
        NullModel model,
        boolean assumesIndependentUnits,
        double p,
        @Nullable Double pAdjusted,
        int inAtLeast) {

    /** Return the same with p corrected over a study. */
    public ChanceTest withAdjusted(@Nullable Double adjusted) {
        return new ChanceTest(model, assumesIndependentUnits, p, adjusted, inAtLeast);
    }
}
