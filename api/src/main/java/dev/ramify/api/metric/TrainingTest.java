package dev.ramify.api.metric;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Trained networks against their own initialisations, the seed being the replicate: says something
 * of training.
 *
 * <p>The gain of a seed is what the trained network has more than the same network before training.
 * If training did nothing, trained and untrained could be exchanged in any seed. So every choice of
 * signs of the gains is as likely as the observed one, and p is the share of choices whose mean is
 * at least as great: exact, and never below {@code 1 / 2^seeds}. The interval holds all gains that
 * the same test does not reject, hence p and interval agree.
 *
 * @param scale what gains are counted in
 * @param gains one per seed, in the order of the study; positive is more in the direction of the
 *     metric's tail
 * @param gain their mean
 * @param interval of the mean gain, 90 % for a one-sided and 95 % for a two-sided metric, so that
 *     it lies above 0 exactly if p is at most .05; null where the seeds are too few for one
 * @param p the share of signs at least as extreme
 * @param floor the smallest p that so many seeds can give
 * @param pAdjusted p corrected over the questions of the study; null where the metric is
 *     descriptive
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TrainingTest(
        Scale scale,
        List<Double> gains,
        double gain,
        @Nullable Interval interval,
        double p,
        double floor,
        @Nullable Double pAdjusted) {

    public TrainingTest {
        gains = List.copyOf(gains);
    }

    /** What gains are counted in. */
    public enum Scale {
        /** Effects: from what chance gives, 0, to the greatest value possible, 1. */
        EFFECT,
        /** Values beyond the mean of the null, where the metric has no greatest value. */
        VALUE
    }

    /** Return the number of seeds, each with a trained and an untrained value. */
    public int seeds() {
        return gains.size();
    }

    /** Return the same with p corrected over a study. */
    public TrainingTest withAdjusted(@Nullable Double adjusted) {
        return new TrainingTest(scale, gains, gain, interval, p, floor, adjusted);
    }
}
