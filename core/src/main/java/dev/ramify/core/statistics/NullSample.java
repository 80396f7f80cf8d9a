package dev.ramify.core.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Draws under the null.
 *
 * @param values {@code [subjects][draws]}; {@code NaN} where a draw gave none
 * @param exactP exact p values in each draw {@code [subjects][draws]}; null where the metric has
 *     none
 */
record NullSample(double[][] values, double @Nullable [][] exactP) {

    static NullSample empty(int subjects, int draws, boolean exact) {
        return new NullSample(
                new double[subjects][draws], exact ? new double[subjects][draws] : null);
    }

    int draws() {
        return values[0].length;
    }

    void set(int draw, double[] drawn) {
        set(values, draw, drawn);
    }

    static void set(double[][] columns, int draw, double[] drawn) {
        for (int s = 0; s < drawn.length; s++) {
            columns[s][draw] = drawn[s];
        }
    }
}
