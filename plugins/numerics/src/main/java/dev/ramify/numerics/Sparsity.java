package dev.ramify.numerics;

import dev.ramify.numerics.linear.Vectors;
import java.util.Arrays;

/**
 * How unevenly a total is spread over several parts: 0 for equal parts, 1 (or nearly) for a single
 * one. Parts are not negative; {@code NaN} where all are zero. Hurley and Rickard (Comparing
 * Measures of Sparsity, 2009, arXiv 0811.4706) compare such measures; of theirs only Gini's has all
 * six properties that one would ask for.
 */
public final class Sparsity {

    private Sparsity() {}

    /** Gini's index, {@code 1 - 2 sum_i (c_i / sum c) (N - i + 1/2) / N} over ascending parts. */
    public static double gini(double[] parts) {
        double[] sorted = parts.clone();
        Arrays.sort(sorted);
        double total = Arrays.stream(sorted).sum();
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            sum += sorted[i] / total * (sorted.length - i - 0.5) / sorted.length;
        }
        return total > 0 ? 1 - 2 * sum : Double.NaN;
    }

    /** Hoyer's measure, {@code (sqrt N - |c|_1 / |c|_2) / (sqrt N - 1)}, of at least two parts. */
    public static double hoyer(double[] parts) {
        double root = Math.sqrt(parts.length);
        double total = Arrays.stream(parts).sum();
        return total > 0 ? (root - total / Vectors.norm(parts)) / (root - 1) : Double.NaN;
    }

    /**
     * The measure of Treves and Rolls (1991), {@code (1 - a) / (1 - 1/N)} with {@code a = (sum r /
     * N)^2 / (sum r^2 / N)}, of at least two parts.
     */
    public static double trevesRolls(double[] parts) {
        double n = parts.length;
        double total = Arrays.stream(parts).sum();
        double activity = total * total / n / Vectors.dot(parts, parts);
        return total > 0 ? (1 - activity) / (1 - 1 / n) : Double.NaN;
    }
}
