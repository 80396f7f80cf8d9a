package dev.ramify.numerics.grouping;

/** One-to-one matchings of rows and columns, by trying all of them. */
final class NaiveMatching {

    private NaiveMatching() {}

    /** Return the greatest sum over matched pairs; the longer side has some left over. */
    static double greatest(double[][] values) {
        return greatest(values, 0, 0, Math.max(0, values.length - values[0].length));
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
