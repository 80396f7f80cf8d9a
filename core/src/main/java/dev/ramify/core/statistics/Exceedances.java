package dev.ramify.core.statistics;

import java.util.function.IntPredicate;

/**
 * How many draws of a null were at least as extreme as what was observed.
 *
 * <p>Where sampling may stop early, p follows Besag and Clifford (Sequential Monte Carlo p-values,
 * Biometrika 78, 1991): the draws are followed until {@code h} of them were at least as extreme,
 * which takes {@code l} draws, and {@code p = h / l}; if that does not happen, {@code p = (1 +
 * count) / (1 + draws)} as without stopping. Either way {@code P(p <= a) <= a} under the null:
 * {@code h / l <= a} means that fewer than {@code h} of the first {@code h / a - 1} draws were as
 * extreme, so the observed value ranks among the first {@code h} of {@code h / a} exchangeable
 * ones.
 *
 * @param count the number of draws at least as extreme
 * @param draws the number of draws that were followed
 * @param stopped whether there were enough
 */
record Exceedances(int count, int draws, boolean stopped) {

    /**
     * Follow draws in their order.
     *
     * @param draws number of draws
     * @param enough where to stop; 0 for never
     * @param asExtreme whether a draw is at least as extreme as what was observed
     */
    static Exceedances follow(int draws, int enough, IntPredicate asExtreme) {
        int count = 0;
        for (int draw = 0; draw < draws; draw++) {
            if (asExtreme.test(draw)) {
                count++;
                if (count == enough) {
                    return new Exceedances(count, draw + 1, true);
                }
            }
        }
        return new Exceedances(count, draws, false);
    }

    double p() {
        return stopped ? count / (double) draws : (count + 1) / (draws + 1.0);
    }
}
