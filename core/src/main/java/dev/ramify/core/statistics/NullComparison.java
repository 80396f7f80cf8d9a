package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile.Tail;
import java.util.Arrays;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.jspecify.annotations.Nullable;

/**
 * An observed value beside its draws under the null.
 *
 * <p>Under the null the value and its draws are exchangeable, so whatever ranks them must treat
 * them alike: centre and scale of extremity are taken over all of them together. A draw without
 * value counts as more extreme than anything observed.
 */
final class NullComparison {

    /** Sums in another order differ by rounding; closer than this, relatively, values are tied. */
    private static final double TIE = 1e-12;

    private final double observed;
    private final double[] draws;
    private final Tail tail;
    private final double centre;
    private final double scale;
    private final double tie;

    NullComparison(double observed, double[] draws, Tail tail) {
        this.observed = observed;
        this.draws = draws;
        this.tail = tail;
        double[] pooled = finite(draws, observed);
        this.centre = new Mean().evaluate(pooled);
        this.scale = pooled.length < 2 ? 0 : new StandardDeviation().evaluate(pooled);
        double greatest = 0;
        for (double value : pooled) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        this.tie = TIE * greatest;
    }

    double observed() {
        return observed;
    }

    /** Return the mean of the draws, without the observed value; {@code NaN} if there is none. */
    double mean() {
        return new Mean().evaluate(finite(draws));
    }

    /** Return the standard deviation of the draws, without the observed value. */
    double sd() {
        double[] values = finite(draws);
        return values.length < 2 ? 0 : new StandardDeviation().evaluate(values);
    }

    /** Return the standardized distance from the null mean; null where the null does not vary. */
    @Nullable Double z() {
        double sd = sd();
        return sd > tie ? (observed - mean()) / sd : null;
    }

    /** Tell whether the pooled values vary at all. */
    boolean varies() {
        return scale > tie;
    }

    /** Return the add-one p over all draws: ties count against. */
    double p() {
        return p(0);
    }

    /**
     * Return p where sampling may have stopped early.
     *
     * @param enough number of draws as extreme at which to stop, 0 for never
     */
    double p(int enough) {
        double own = extremity(observed);
        return Exceedances.follow(
                        draws.length, enough, draw -> !(extremity(draws[draw]) < own - tie))
                .p();
    }

    /** Return how extreme a value is: greater is more. */
    double extremity(double value) {
        if (Double.isNaN(value)) {
            return Double.POSITIVE_INFINITY;
        }
        return switch (tail) {
            case GREATER -> value;
            case LESS -> -value;
            case TWO_SIDED -> Math.abs(value - centre);
        };
    }

    /** Return how extreme a value is, in standard deviations, so that subjects compare. */
    double standardized(double value) {
        double extremity = extremity(value);
        return switch (tail) {
            case GREATER -> (extremity - centre) / scale;
            case LESS -> (extremity + centre) / scale;
            case TWO_SIDED -> extremity / scale;
        };
    }

    double centre() {
        return centre;
    }

    /** Return the distance below which two values count as equal. */
    double tie() {
        return tie;
    }

    private static double[] finite(double[] draws, double... more) {
        double[] values = new double[draws.length + more.length];
        int count = 0;
        for (double draw : draws) {
            if (Double.isFinite(draw)) {
                values[count++] = draw;
            }
        }
        for (double value : more) {
            values[count++] = value;
        }
        return Arrays.copyOf(values, count);
    }
}
