package dev.ramify.core.statistics;

import java.util.Arrays;

/**
 * In how many of several independent networks there is more than chance, at least.
 *
 * <p>That there is in fewer than {@code u} of {@code n} networks is rejected by Simes' test of the
 * {@code n - u + 1} greatest p values (Benjamini and Heller, Screening for partial conjunction
 * hypotheses, Biometrics 64, 2008, equation 4). The greatest {@code u} that is rejected together
 * with all smaller ones is a lower confidence bound.
 */
final class PartialConjunction {

    private PartialConjunction() {}

    /**
     * Return the bound.
     *
     * @param p one per network
     * @param level such as .05, for a bound of 95 %
     */
    static int atLeast(double[] p, double level) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        int bound = 0;
        while (bound < sorted.length && p(sorted, bound + 1) <= level) {
            bound++;
        }
        return bound;
    }

    /**
     * Return p that fewer than so many networks have more than chance.
     *
     * @param sorted p of each network, ascending
     * @param u from 1 to the number of networks
     */
    static double p(double[] sorted, int u) {
        int rest = sorted.length - u + 1;
        double least = 1;
        for (int i = 0; i < rest; i++) {
            least = Math.min(least, rest * sorted[u - 1 + i] / (i + 1));
        }
        return least;
    }
}
