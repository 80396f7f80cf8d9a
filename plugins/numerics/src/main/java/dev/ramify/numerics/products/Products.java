package dev.ramify.numerics.products;

import dev.ramify.numerics.Cores;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Sums of products of centred units over samples, for all pairs of units: by matrix products, in
 * double precision for narrow layers and in single precision for wide ones.
 */
public final class Products {

    private static final int SIDE = 64;

    private Products() {}

    /**
     * Compute {@code sum_n x[n][i] y[n][j]} for all pairs of units.
     *
     * @return {@code [units of x][units of y]}
     */
    public static double[][] of(CentredSamples x, CentredSamples y) {
        return of(x, y, false);
    }

    /** Compute {@code sum_n x[n][i]^2 y[n][j]^2} for all pairs of units. */
    public static double[][] ofSquares(CentredSamples x, CentredSamples y) {
        return of(x, y, true);
    }

    private static double[][] of(CentredSamples x, CentredSamples y, boolean squared) {
        double[][] sums = new double[x.units()][];
        // Asked for by all cores: the memory of large sums takes as long to clear as to add to.
        Arrays.parallelSetAll(sums, row -> new double[y.units()]);
        PanelProducts.Sides sides = new PanelProducts.Sides(x, y);
        try (PanelProducts products = PanelProducts.of(List.of(sides), squared, Map.of())) {
            List<PanelProduct> parts = products.parts(0);
            Cores.run(parts.size(), i -> copy(parts.get(i), sums));
        }
        if (sides.isSquare()) {
            Cores.run((sums.length + SIDE - 1) / SIDE, i -> reflect(sums, i * SIDE));
        }
        return sums;
    }

    private static void copy(PanelProduct part, double[][] sums) {
        part.forEachRow(
                (row, i) ->
                        System.arraycopy(row, 0, sums[part.row() + i], part.column(), row.length));
    }

    /** Copy the upper half of a square into some rows of the lower one. */
    private static void reflect(double[][] square, int row) {
        for (int column = 0; column <= row; column += SIDE) {
            reflect(square, row, column);
        }
    }

    /** Copy into a small square of sums: columns of the whole would not stay in the cache. */
    private static void reflect(double[][] square, int row, int column) {
        for (int i = row; i < Math.min(row + SIDE, square.length); i++) {
            for (int j = column; j < Math.min(column + SIDE, i); j++) {
                square[i][j] = square[j][i];
            }
        }
    }
}
