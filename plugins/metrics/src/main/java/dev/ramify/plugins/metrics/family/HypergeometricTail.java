package dev.ramify.plugins.metrics.family;

import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/** Upper tails of the hypergeometric distribution, exact to rounding however small. */
final class HypergeometricTail {

    private HypergeometricTail() {}

    /**
     * Compute {@code P(K >= k)} for {@code k = 0 ... min(branch, family)}, where {@code family} of
     * {@code total} units are marked and {@code branch} of them are drawn.
     */
    static double[] of(int total, int branch, int family) {
        double[] tail = new double[Math.min(branch, family) + 1];
        if (tail.length == 1) {
            tail[0] = 1;
            return tail;
        }
        HypergeometricDistribution counts = new HypergeometricDistribution(total, family, branch);
        double sum = 0;
        for (int k = tail.length - 1; k >= 0; k--) {
            // Summed from the smallest term, so that small tails keep their digits.
            sum += counts.probability(k);
            tail[k] = Math.min(1, sum);
        }
        return tail;
    }
}
