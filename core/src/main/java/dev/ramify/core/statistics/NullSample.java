package dev.ramify.core.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws under the null, in order.
 *
 * @param values {@code [subjects][draws]}; {@code NaN} where a draw gave none
 * @param exactP exact p values in each draw {@code [subjects][draws]}; null where the metric has
 *     none
 * @param enough the number of draws at least as extreme at which sampling may have stopped; 0 for
 *     never
 */
record NullSample(double[][] values, double @Nullable [][] exactP, int enough) {

    /** Put draws side by side. */
    static NullSample of(List<Draw> draws, int subjects, int enough) {
        double[][] values = new double[subjects][draws.size()];
        double[][] exactP = new double[subjects][draws.size()];
        boolean exact = !draws.isEmpty();
        for (int r = 0; r < draws.size(); r++) {
            set(values, r, draws.get(r).values());
            double[] p = draws.get(r).exactP();
            exact &= p != null;
            if (p != null) {
                set(exactP, r, p);
            }
        }
        return new NullSample(values, exact ? exactP : null, enough);
    }

    int draws() {
        return values[0].length;
    }

    private static void set(double[][] columns, int draw, double[] drawn) {
        for (int s = 0; s < drawn.length; s++) {
            columns[s][draw] = drawn[s];
        }
    }
}
