package dev.ramify.plugins.metrics;

import java.util.Arrays;

/** One-to-one matchings of rows and columns, by trying all of them. */
public final class NaiveMatching {

    private NaiveMatching() {}

    /** Return the greatest sum over matched pairs; the longer side has some left over. */
    public static double greatest(double[][] values) {
        return greatest(values, 0, 0, Math.max(0, values.length - values[0].length));
    }

    /** Return the mean of the pairs of the best matching less that of all other cells. */
    public static double contrast(double[][] values) {
        int pairs = Math.min(values.length, values[0].length);
        double matched = greatest(values);
        double all = Arrays.stream(values).flatMapToDouble(Arrays::stream).sum();
        return matched / pairs - (all - matched) / (values.length * values[0].length - pairs);
    }

    private static double greatest(double[][] values, int row, int taken, int skips) {
        if (row == values.length) {
            return 0;
        }
        double greatest =
                skips > 0 ? greatest(values, row + 1, taken, skips - 1) : Double.NEGATIVE_INFINITY;
        for (int c = 0; c < values[row].length; c++) {
            if ((taken >> c & 1) == 0) {
                double rest = greatest(values, row + 1, taken | 1 << c, skips);
                greatest = Math.max(greatest, values[row][c] + rest);
            }
        }
        return greatest;
    }
}
