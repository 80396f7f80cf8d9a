package dev.ramify.plugins.metrics.probe;

import dev.ramify.numerics.linear.Cholesky;
import dev.ramify.numerics.linear.Vectors;

/** The regression that is fitted without one fold, and its errors on that fold. */
final class HeldOut {

    private final FoldMoments moments;
    private final int fold;
    private final int[] chosen;
    private final int held;
    private final int trained;

    /** Sums of products and sums of the chosen units over the held-out samples. */
    private final double[][] gram;

    private final double[] sums;

    /** Means of the chosen units over the training samples. */
    private final double[] means;

    private final Cholesky covariance;

    HeldOut(FoldMoments moments, double[][] totalGram, int fold, int[] chosen, double penalty) {
        this.moments = moments;
        this.fold = fold;
        this.chosen = chosen;
        this.held = moments.counts()[fold];
        this.trained = moments.folds().foldOf().length - held;
        int size = chosen.length;
        this.gram = new double[size][size];
        this.sums = pick(moments.sums(fold));
        this.means = new double[size];
        for (int other = 0; other < moments.gram().length; other++) {
            if (other != fold) {
                Vectors.add(1.0 / trained, pick(moments.sums(other)), means);
            }
        }
        double[][] training = new double[size][size];
        for (int i = 0; i < size; i++) {
            double[] own = moments.gram()[fold][chosen[i]];
            double[] all = totalGram[chosen[i]];
            for (int j = 0; j < size; j++) {
                gram[i][j] = own[chosen[j]];
                training[i][j] = (all[chosen[j]] - gram[i][j]) / trained - means[i] * means[j];
            }
            training[i][i] += penalty;
        }
        this.covariance = Cholesky.of(training);
    }

    /** Add the squared errors of each target, and those of guessing the mean. */
    void add(double[] errors, double[] totals) {
        for (int target = 0; target < errors.length; target++) {
            int levels = moments.levelCounts()[fold][target].length;
            for (int level = 0; level < levels; level++) {
                double mean = trainingShare(target, level);
                double[] weights = trainingSum(target, level);
                for (int i = 0; i < chosen.length; i++) {
                    weights[i] = weights[i] / trained - means[i] * mean;
                }
                covariance.solve(weights);
                double total = total(target, level);
                totals[target] += total;
                errors[target] += total + change(weights, target, level);
            }
        }
    }

    private double trainingShare(int target, int level) {
        int count = 0;
        for (int other = 0; other < moments.gram().length; other++) {
            count += other == fold ? 0 : moments.levelCounts()[other][target][level];
        }
        return count / (double) trained;
    }

    private double[] trainingSum(int target, int level) {
        double[] sum = new double[chosen.length];
        for (int other = 0; other < moments.gram().length; other++) {
            if (other != fold) {
                Vectors.add(1, pick(moments.levelSums()[other][target][level]), sum);
            }
        }
        return sum;
    }

    /** Return the squared errors of guessing the mean. */
    private double total(int target, int level) {
        double share = trainingShare(target, level);
        int count = moments.levelCounts()[fold][target][level];
        return count * (1 - share) * (1 - share) + (held - count) * share * share;
    }

    /** Return by how much the weights change the squared errors. */
    private double change(double[] weights, int target, int level) {
        double share = trainingShare(target, level);
        int count = moments.levelCounts()[fold][target][level];
        double[] levelSum = pick(moments.levelSums()[fold][target][level]);
        double offset = Vectors.dot(weights, means);
        double sum = Vectors.dot(weights, sums);
        double agreement =
                Vectors.dot(weights, levelSum) - offset * count - share * (sum - held * offset);
        double squares =
                Vectors.dot(weights, Vectors.times(gram, weights))
                        - 2 * offset * sum
                        + held * offset * offset;
        return squares - 2 * agreement;
    }

    private double[] pick(double[] perUnit) {
        double[] picked = new double[chosen.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = perUnit[chosen[i]];
        }
        return picked;
    }
}
