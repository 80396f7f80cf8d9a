package dev.ramify.plugins.metrics.family;

import java.util.stream.IntStream;

/**
 * Computes Cramér's V with the correction of its bias (Bergsma 2013, 10.1016/j.jkss.2012.10.002):
 * for {@code r} families, {@code k} branches and {@code n} units, {@code phi^2 = chi^2 / n - (r -
 * 1)(k - 1) / (n - 1)}, not below 0, and {@code V = sqrt(phi^2 / (min(r', k') - 1))} with {@code r'
 * = r - (r - 1)^2 / (n - 1)} and {@code k'} alike.
 */
final class CramersV implements Association {

    private final int[] ofFamily;
    private final int[] ofBranch;
    private final int total;
    private final double bias;
    private final double greatest;

    CramersV(FamilyCounts counts) {
        this.ofFamily = counts.ofFamilies();
        this.ofBranch = counts.ofBranches();
        this.total = counts.total();
        double families = ofFamily.length;
        double branches = IntStream.of(ofBranch).filter(count -> count > 0).count();
        this.bias = (families - 1) * (branches - 1) / (total - 1);
        this.greatest = Math.min(corrected(families), corrected(branches)) - 1;
    }

    private double corrected(double categories) {
        return categories - (categories - 1) * (categories - 1) / (total - 1);
    }

    @Override
    public double of(int[] table) {
        double sum = 0;
        for (int f = 0; f < ofFamily.length; f++) {
            for (int b = 0; b < ofBranch.length; b++) {
                double found = table[f * ofBranch.length + b];
                if (found > 0) {
                    sum += found * found / ((double) ofFamily[f] * ofBranch[b]);
                }
            }
        }
        // Chi squared by n is the sum less 1.
        return greatest > 1e-12 ? Math.sqrt(Math.max(0, sum - 1 - bias) / greatest) : Double.NaN;
    }
}
