package dev.ramify.plugins.metrics.filter;

import java.util.Arrays;

/** Finds the greatest sum of squares between groups of given sizes over given sorted ranks. */
final class BlockOrder {

    private static final int MOST_GROUPS = 12;

    private BlockOrder() {}

    /**
     * Lay the groups side by side over the ranks in the order that separates them most: the best
     * arrangement for each set of groups follows from those for the sets with one group less.
     */
    static double best(int[] sizes, double[] sorted, double mean) {
        double[] prefix = new double[sorted.length + 1];
        for (int i = 0; i < sorted.length; i++) {
            prefix[i + 1] = prefix[i] + sorted[i] - mean;
        }
        if (Arrays.stream(sizes).distinct().count() == 1) {
            double sum = 0;
            for (int b = 0; b < sizes.length; b++) {
                sum += between(prefix, b * sizes[b], sizes[b]);
            }
            return sum;
        }
        if (sizes.length > MOST_GROUPS) {
            return Double.NaN;
        }
        double[] best = new double[1 << sizes.length];
        for (int set = 1; set < best.length; set++) {
            int end = 0;
            for (int b = 0; b < sizes.length; b++) {
                end += (set >> b & 1) * sizes[b];
            }
            for (int last = 0; last < sizes.length; last++) {
                if ((set >> last & 1) == 1) {
                    double sum =
                            best[set & ~(1 << last)]
                                    + between(prefix, end - sizes[last], sizes[last]);
                    best[set] = Math.max(best[set], sum);
                }
            }
        }
        return best[best.length - 1];
    }

    private static double between(double[] prefix, int start, int size) {
        double sum = prefix[start + size] - prefix[start];
        return size == 0 ? 0 : sum * sum / size;
    }
}
