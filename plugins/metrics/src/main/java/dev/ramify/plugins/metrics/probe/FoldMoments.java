package dev.ramify.plugins.metrics.probe;

import dev.ramify.numerics.linear.Vectors;
import dev.ramify.numerics.products.CentredSamples;
import dev.ramify.numerics.products.Products;
import java.util.List;

/**
 * All that a ridge regression needs to know of the samples, fold by fold. Units are standardized;
 * those that do not vary are 0.
 *
 * @param counts number of samples {@code [folds]}
 * @param gram sums of products of units {@code [folds][units][units]}
 * @param levelSums sums of units over the samples of a level {@code
 *     [folds][targets][levels][units]}
 * @param levelCounts number of samples of a level {@code [folds][targets][levels]}
 * @param folds which samples are in which
 * @param scale by which each unit is multiplied
 */
record FoldMoments(
        int[] counts,
        double[][][] gram,
        double[][][][] levelSums,
        int[][][] levelCounts,
        Folds folds,
        double[] scale) {

    static FoldMoments of(
            CentredSamples samples, boolean[] live, Folds folds, List<Target> targets) {
        double[] scale = samples.variations();
        for (int unit = 0; unit < scale.length; unit++) {
            scale[unit] = live[unit] ? Math.sqrt(samples.samples() / scale[unit]) : 0;
        }
        int[] counts = new int[folds.count()];
        for (int fold : folds.foldOf()) {
            counts[fold]++;
        }
        double[][][] gram = new double[folds.count()][][];
        for (int fold = 0; fold < gram.length; fold++) {
            int held = fold;
            CentredSamples own = samples.where(sample -> folds.foldOf()[sample] == held);
            gram[fold] = Products.of(own, own);
            for (int i = 0; i < scale.length; i++) {
                for (int j = 0; j < scale.length; j++) {
                    gram[fold][i][j] *= scale[i] * scale[j];
                }
            }
        }
        FoldMoments units =
                new FoldMoments(counts, gram, new double[0][][][], new int[0][][], folds, scale);
        return units.withTargets(samples, targets);
    }

    /** Return the same moments of units with other targets. */
    FoldMoments withTargets(CentredSamples samples, List<Target> targets) {
        int units = scale.length;
        double[][][][] sums = new double[folds.count()][targets.size()][][];
        int[][][] sizes = new int[folds.count()][targets.size()][];
        for (int fold = 0; fold < sums.length; fold++) {
            for (int t = 0; t < targets.size(); t++) {
                sums[fold][t] = new double[targets.get(t).levels()][units];
                sizes[fold][t] = new int[targets.get(t).levels()];
            }
        }
        int block = Math.max(1, (1 << 18) / units);
        double[] row = new double[units];
        for (int from = 0; from < samples.samples(); from += block) {
            int count = Math.min(block, samples.samples() - from);
            double[] rows = samples.read(from, count);
            for (int i = 0; i < count; i++) {
                for (int unit = 0; unit < units; unit++) {
                    row[unit] = rows[i * units + unit] * scale[unit];
                }
                int fold = folds.foldOf()[from + i];
                for (int t = 0; t < targets.size(); t++) {
                    int level = targets.get(t).levelOf()[from + i];
                    Vectors.add(1, row, sums[fold][t][level]);
                    sizes[fold][t][level]++;
                }
            }
        }
        return new FoldMoments(counts, gram, sums, sizes, folds, scale);
    }

    int targets() {
        return levelSums[0].length;
    }

    /** Return the sum of each unit over the samples of a fold. */
    double[] sums(int fold) {
        double[] sums = new double[scale.length];
        for (double[] level : levelSums[fold][0]) {
            Vectors.add(1, level, sums);
        }
        return sums;
    }
}
