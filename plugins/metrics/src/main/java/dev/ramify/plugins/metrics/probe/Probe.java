package dev.ramify.plugins.metrics.probe;

import dev.ramify.numerics.linear.Vectors;
import java.util.Arrays;

/**
 * Ridge regressions of the indicators of levels on some units, cross-validated: fitted without a
 * fold, scored on it. They are computed from moments alone, so that the number of samples does not
 * matter.
 */
final class Probe {

    private final FoldMoments moments;
    private final double penalty;
    private final double[][] totalGram;

    /**
     * @param moments of the samples
     * @param penalty added to the variance of every unit, which is 1
     */
    Probe(FoldMoments moments, double penalty) {
        this.moments = moments;
        this.penalty = penalty;
        int units = moments.scale().length;
        this.totalGram = new double[units][units];
        for (double[][] gram : moments.gram()) {
            for (int unit = 0; unit < units; unit++) {
                Vectors.add(1, gram[unit], totalGram[unit]);
            }
        }
    }

    int targets() {
        return moments.levelCounts()[0].length;
    }

    /**
     * Score every target.
     *
     * @param chosen the units that are read out
     * @return {@code R^2} of each target: one less the squared errors over all held-out samples by
     *     those of always guessing the mean of the training samples
     */
    double[] score(int[] chosen) {
        double[] errors = new double[targets()];
        double[] totals = new double[targets()];
        for (int fold = 0; fold < moments.gram().length; fold++) {
            new HeldOut(moments, totalGram, fold, chosen, penalty).add(errors, totals);
        }
        double[] scores = new double[targets()];
        Arrays.setAll(scores, target -> 1 - errors[target] / totals[target]);
        return scores;
    }
}
