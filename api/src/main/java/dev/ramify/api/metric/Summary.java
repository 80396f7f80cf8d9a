package dev.ramify.api.metric;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One value of one metric over the networks of a variant.
 *
 * <p>Branches that are built alike are exchangeable between seeds, so only what means the same in
 * every seed is summarized: the layer, or a branch where branches differ by construction. Of
 * branches built alike, the one with the most extreme value in each seed is summarized, as subject
 * {@code branch=one of b1, b2}; its null takes the same extreme.
 *
 * <p>Two questions are asked of it and answered apart: are {@linkplain ChanceTest these networks}
 * beyond chance, and does {@linkplain TrainingTest training} make them so?
 *
 * @param metric name of the metric
 * @param layer name of the layer
 * @param subject what the values are about
 * @param seeds number of seeds with a value
 * @param mean mean value over seeds
 * @param nullMean mean over seeds of the null means; {@code NaN} without null
 * @param ceiling mean over seeds of the greatest values possible; null where the metric has none
 * @param effects one per seed, each at most 1; empty where a seed has none
 * @param chance these networks against chance; null without null
 * @param training trained against untrained; null where nothing untrained was measured
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
        List<Double> effects,
        @Nullable ChanceTest chance,
        @Nullable TrainingTest training) {

    public Summary {
        effects = List.copyOf(effects);
    }

    /** Return the mean effect over seeds; null where there is none. */
    public @Nullable Double effect() {
        return effects.isEmpty()
                ? null
                : Double.valueOf(
                        effects.stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }

    /** Return the same summary with other tests. */
    public Summary with(@Nullable ChanceTest otherChance, @Nullable TrainingTest otherTraining) {
        return new Summary(
                metric,
                layer,
                subject,
                seeds,
                mean,
                nullMean,
                ceiling,
                effects,
                otherChance,
                otherTraining);
    }

    /** Tell whether another summary is about the same metric, layer and subject. */
    public boolean isAbout(Summary other) {
        return metric.equals(other.metric)
                && layer.equals(other.layer)
                && subject.equals(other.subject);
    }
}
