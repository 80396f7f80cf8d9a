package dev.ramify.plugins.metrics.similarity;

import org.hipparchus.special.Gamma;

/**
 * Mutual information of two partitions, adjusted for chance: {@code (I - E I) / ((H_1 + H_2) / 2 -
 * E I)}, the expectation being over all pairs of partitions with the same sizes (Vinh, Epps and
 * Bailey 2010). Sizes are fixed, so that all but {@code I} is computed once.
 */
final class AdjustedMutualInformation {

    private final int total;
    private final double[] nLogN;
    private final double entropies;
    private final double expected;

    AdjustedMutualInformation(int[] sizes, int[] otherSizes) {
        int sum = 0;
        for (int size : sizes) {
            sum += size;
        }
        this.total = sum;
        this.nLogN = new double[total + 1];
        for (int n = 2; n <= total; n++) {
            nLogN[n] = n * Math.log(n);
        }
        this.entropies = entropy(sizes) + entropy(otherSizes);
        this.expected = expected(sizes, otherSizes);
    }

    private double entropy(int[] counts) {
        double sum = 0;
        for (int count : counts) {
            sum += nLogN[count];
        }
        return (nLogN[total] - sum) / total;
    }

    /** Compute it from the table of counts; {@code NaN} where it is not defined. */
    double of(int[] table) {
        double information = entropies - entropy(table);
        double range = entropies / 2 - expected;
        return range > 1e-12 ? (information - expected) / range : Double.NaN;
    }

    private double expected(int[] sizes, int[] otherSizes) {
        double sum = 0;
        for (int a : sizes) {
            for (int b : otherSizes) {
                for (int n = Math.max(1, a + b - total); n <= Math.min(a, b); n++) {
                    double term =
                            n * (Math.log(n) + Math.log(total) - Math.log(a) - Math.log(b)) / total;
                    sum += term * Math.exp(logProbability(n, a, b));
                }
            }
        }
        return sum;
    }

    /** Log of the hypergeometric probability of {@code n} common members. */
    private double logProbability(int n, int a, int b) {
        return logFactorial(a)
                + logFactorial(b)
                + logFactorial(total - a)
                + logFactorial(total - b)
                - logFactorial(total)
                - logFactorial(n)
                - logFactorial(a - n)
                - logFactorial(b - n)
                - logFactorial(total - a - b + n);
    }

    private static double logFactorial(int n) {
        return Gamma.logGamma(n + 1.0);
    }
}
