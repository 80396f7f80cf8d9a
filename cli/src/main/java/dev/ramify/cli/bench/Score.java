package dev.ramify.cli.bench;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * What one contender reached.
 *
 * @param settings for people
 * @param seconds per step, round by round
 * @param peakBytes most physical memory of its process, if it has one of its own
 */
public record Score(String settings, List<Double> seconds, OptionalLong peakBytes) {

    public Score {
        seconds = List.copyOf(seconds);
    }

    /** Return the median time of a step in seconds. */
    public double median() {
        return median(seconds);
    }

    /** Return the median of numbers, at least one. */
    static double median(List<Double> numbers) {
        double[] sorted = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : Arrays.stream(sorted, half - 1, half + 1).average().orElseThrow();
    }
}
