package dev.ramify.api.metric;

import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One metric over the seeds of a variant: the seed is the replicate.
 *
 * <p>Branches that are built alike are exchangeable between seeds, so only what means the same in
 * every seed is summarized: the layer, or a branch where branches differ by construction. Of
 * branches built alike, the one with the most extreme value in each seed is summarized, as subject
 * {@code branch=one of b1, b2}; its null takes the same extreme.
 *
 * @param metric id of the metric
 * @param layer name of the layer
 * @param subject what the values are about
 * @param seeds number of seeds with a value
 * @param mean mean value over seeds
 * @param nullMean mean over seeds of the null means; {@code NaN} without null
 * @param ceiling mean over seeds of the greatest values possible; null where the metric has none
 * @param p probability, under the null in every seed at once, of a mean at least as extreme; null
 *     without null
 * @param pAdjusted the same, corrected over the variants, layers and metrics of the study; null
 *     without null and where the metric is descriptive
 * @param effect mean effect over seeds; null where the metric has none
 * @param effectInterval interval of the mean effect over seeds; null with fewer than two seeds
 * @param significantSeeds number of seeds whose own corrected p is at most 0.05
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Summary(
        String metric,
        String layer,
        Subject subject,
        int seeds,
        double mean,
        double nullMean,
        @Nullable Double ceiling,
        @Nullable Double p,
        @Nullable Double pAdjusted,
        @Nullable Double effect,
        @Nullable Interval effectInterval,
        int significantSeeds) {

    /** Return the same summary with its p corrected over a study. */
    public Summary withAdjusted(double adjusted) {
        return new Summary(
                metric,
                layer,
                subject,
                seeds,
                mean,
                nullMean,
                ceiling,
                p,
                adjusted,
                effect,
                effectInterval,
                significantSeeds);
    }

    /** Return the interval of the mean effect, if there is one. */
    public Optional<Interval> interval() {
        return Optional.ofNullable(effectInterval);
    }
}
