package dev.ramify.core.statistics;

import dev.ramify.api.metric.Interval;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tests whether gains over seeds are more than signs at random would give (Fisher 1935).
 *
 * <p>The one-sided p is the share of choices of signs whose sum is at least the observed one: at
 * least one in the number of choices. The interval inverts the test. With {@code delta} taken from
 * every gain, a choice that flips the seeds {@code A} has a sum at least as great exactly if the
 * mean of the gains in {@code A} is at most {@code delta}; so the bound is an order statistic of
 * such means (Hartigan 1969), and it lies above 0 exactly if p is at most the level.
 */
final class SignFlipTest {

    private static final double TIE = 1e-12;

    private final SignFlips flips;
    private final boolean twoSided;

    /**
     * @param flips the choices of signs, for the number of seeds
     * @param twoSided whether losses count as much as gains
     */
    SignFlipTest(SignFlips flips, boolean twoSided) {
        this.flips = flips;
        this.twoSided = twoSided;
    }

    /** Return the smallest p that the test can give. */
    double floor() {
        return Math.min(1, (twoSided ? 2 : 1) * flips.floor());
    }

    double p(double[] gains) {
        return adjusted(List.of(gains))[0];
    }

    /**
     * Return p of several gains of the same seeds, corrected by the greatest standardized sum of
     * each choice of signs. The sum of squares, by which they are standardized, has the same value
     * under every choice.
     *
     * @param subjects {@code [subjects][seeds]}, 0 where a seed has no gain
     */
    double[] adjusted(List<double[]> subjects) {
        double[] scales = subjects.stream().mapToDouble(SignFlipTest::scale).toArray();
        double[] observed = new double[scales.length];
        for (int s = 0; s < observed.length; s++) {
            observed[s] = extremity(subjects.get(s), scales[s], 0);
        }
        int[] asExtreme = new int[observed.length];
        for (int choice = 0; choice < flips.count(); choice++) {
            double greatest = Double.NEGATIVE_INFINITY;
            for (int s = 0; s < observed.length; s++) {
                greatest = Math.max(greatest, extremity(subjects.get(s), scales[s], choice));
            }
            for (int s = 0; s < observed.length; s++) {
                asExtreme[s] += greatest >= observed[s] - TIE ? 1 : 0;
            }
        }
        return Arrays.stream(asExtreme)
                .mapToDouble(count -> (double) count / flips.count())
                .toArray();
    }

    private double extremity(double[] gains, double scale, int choice) {
        double sum = scale == 0 ? 0 : flips.sum(gains, choice) / scale;
        return twoSided ? Math.abs(sum) : sum;
    }

    private static double scale(double[] gains) {
        double squares = 0;
        for (double gain : gains) {
            squares += gain * gain;
        }
        return Math.sqrt(squares);
    }

    /**
     * Return the gains that are not rejected, on either side at the level of the test; null where
     * there are too few seeds for one.
     *
     * @param level such as .05
     */
    @Nullable Interval interval(double[] gains, double level) {
        double tail = twoSided ? level / 2 : level;
        int rejected = (int) Math.floor(tail * flips.count() * (1 + 1e-12));
        if (rejected < 1) {
            return null;
        }
        double[] means = new double[flips.count()];
        int count = 0;
        for (int choice = 0; choice < flips.count(); choice++) {
            Double mean = flips.meanOfFlipped(gains, choice);
            if (mean != null) {
                means[count++] = mean;
            }
        }
        Arrays.sort(means, 0, count);
        return new Interval(means[rejected - 1], means[count - rejected], 1 - 2 * tail);
    }
}
