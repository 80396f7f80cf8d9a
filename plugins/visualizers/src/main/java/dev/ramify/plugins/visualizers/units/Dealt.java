package dev.ramify.plugins.visualizers.units;

import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * A number that a division of units has, beside what dealing the same units anew gives. It belongs
 * to a picture; claims come from metrics, whose nulls the framework runs.
 *
 * @param value of the division
 * @param shuffles values of divisions by chance, ascending
 */
public record Dealt(double value, double[] shuffles) {

    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /** Deal units anew, as often as asked, branch sizes staying as they are. */
    public static Dealt of(
            Assignment branches, ToDoubleFunction<Assignment> statistic, int times, Seed seed) {
        RandomGenerator random = seed.generator();
        double[] shuffles = new double[times];
        Arrays.setAll(shuffles, k -> statistic.applyAsDouble(branches.permuted(random)));
        Arrays.sort(shuffles);
        return new Dealt(statistic.applyAsDouble(branches), shuffles);
    }

    /** Return the probability by chance of a value as great, never below {@code 1 / (n + 1)}. */
    public double p() {
        long asGreat = Arrays.stream(shuffles).filter(each -> each >= value).count();
        return (1.0 + asGreat) / (1 + shuffles.length);
    }

    /** Return what chance gives on average. */
    public double mean() {
        return Arrays.stream(shuffles).average().orElse(Double.NaN);
    }

    /** Return the lower end of what chance gives 19 times in 20. */
    public double low() {
        return shuffles[(int) (LOW * (shuffles.length - 1))];
    }

    /** Return the upper end of what chance gives 19 times in 20. */
    public double high() {
        return shuffles[(int) Math.ceil(HIGH * (shuffles.length - 1))];
    }
}
