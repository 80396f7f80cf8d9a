package dev.ramify.plugins.visualizers.wording;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * A mean over seeds with its 95 % interval, from Student's t distribution.
 *
 * @param mean {@code NaN} without values
 * @param low lower end; {@code NaN} with fewer than two values
 * @param high upper end; {@code NaN} with fewer than two values
 * @param seeds number of values
 */
public record OverSeeds(double mean, double low, double high, int seeds) {

    private static final double UPPER_TAIL = 0.975;

    /** Summarize; values that are not finite are left out. */
    public static OverSeeds of(double... values) {
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        int n = finite.length;
        double mean = Arrays.stream(finite).average().orElse(Double.NaN);
        if (n < 2) {
            return new OverSeeds(mean, Double.NaN, Double.NaN, n);
        }
        double squares = Arrays.stream(finite).map(value -> (value - mean) * (value - mean)).sum();
        double half =
                new TDistribution(n - 1).inverseCumulativeProbability(UPPER_TAIL)
                        * Math.sqrt(squares / (n - 1) / n);
        return new OverSeeds(mean, mean - half, mean + half, n);
    }
}
