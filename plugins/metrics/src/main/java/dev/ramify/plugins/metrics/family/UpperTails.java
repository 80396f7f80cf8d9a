package dev.ramify.plugins.metrics.family;

import java.util.Arrays;
import org.hipparchus.distribution.IntegerDistribution;
import org.hipparchus.distribution.discrete.BinomialDistribution;
import org.hipparchus.distribution.discrete.HypergeometricDistribution;

/**
 * Upper tails {@code P(K >= k)} of counts, for {@code k = 0 ... min(branch, family)}, where {@code
 * family} of {@code total} units are marked and {@code branch} of them are drawn. Exact to rounding
 * however small.
 */
final class UpperTails {

    private UpperTails() {}

    /** Compute what holds under the null: units are drawn without being put back. */
    static double[] hypergeometric(int total, int branch, int family) {
        return tail(
                new HypergeometricDistribution(total, family, branch), Math.min(branch, family));
    }

    /**
     * Compute the usual approximation: each of the marked units is drawn with the probability
     * {@code branch / total}, whatever became of the others.
     */
    static double[] binomial(int total, int branch, int family) {
        double[] all = tail(new BinomialDistribution(family, (double) branch / total), family);
        return Arrays.copyOf(all, Math.min(branch, family) + 1);
    }

    private static double[] tail(IntegerDistribution counts, int greatest) {
        double[] tail = new double[greatest + 1];
        double sum = 0;
        for (int k = greatest; k > 0; k--) {
            // Summed from the smallest term, so that small tails keep their digits.
            sum += counts.probability(k);
            tail[k] = Math.min(1, sum);
        }
        tail[0] = 1;
        return tail;
    }
}
