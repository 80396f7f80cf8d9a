package dev.ramify.plugins.metrics.similarity;

import dev.ramify.numerics.linear.Vectors;
import dev.ramify.numerics.products.BranchProducts;
import dev.ramify.numerics.products.CentredSamples;
import dev.ramify.numerics.products.Products;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Estimates of the Hilbert-Schmidt independence criterion with linear kernels, in the space of
 * units. The biased one is, but for a factor, the squared size of the products of centred units
 * (Kornblith et al. 2019, arXiv 1905.00414). The unbiased one (Song et al. 2012; used for networks
 * by Nguyen et al. 2021, arXiv 2010.15327) is, for {@code n} samples and kernels {@code K}, {@code
 * L} with zero diagonals
 *
 * <pre>{@code
 * [tr(K L) + 1'K1 1'L1 / ((n-1)(n-2)) - 2 / (n-2) 1'K L1] / (n (n-3))
 * }</pre>
 *
 * <p>For centred units all its terms are sums over pairs of a unit of one side and a unit of the
 * other. So the estimate for two sets of units is the sum of those for all pairs, and costs nothing
 * more once the pairs are known.
 */
final class Hsic {

    /** Fewest samples. */
    static final int LEAST_SAMPLES = 4;

    private Hsic() {}

    /** Estimate for every pair of units: {@code [units of x][units of y]}. */
    static double[][] ofPairs(CentredSamples x, CentredSamples y, Estimator estimator) {
        double[][] products = Products.of(x, y);
        if (estimator == Estimator.BIASED) {
            for (double[] row : products) {
                Arrays.setAll(row, j -> row[j] * row[j]);
            }
            return products;
        }
        double[][] squares = Products.ofSquares(x, y);
        double[] variationX = x.variations();
        double[] variationY = y.variations();
        for (int i = 0; i < products.length; i++) {
            for (int j = 0; j < products[i].length; j++) {
                products[i][j] =
                        unbiased(
                                products[i][j] * products[i][j],
                                squares[i][j],
                                variationX[i] * variationY[j],
                                x.samples());
            }
        }
        return products;
    }

    /**
     * Estimate for every pair of a branch of one layer and a branch of another, without products of
     * squares.
     *
     * @return for each pair of layers {@code [branches of the left][branches of the right]}
     */
    static List<double[][]> ofBranches(List<BranchProducts.Pair> pairs, Estimator estimator) {
        BranchProducts products = BranchProducts.of(pairs);
        return IntStream.range(0, pairs.size())
                .mapToObj(
                        i ->
                                estimator == Estimator.BIASED
                                        ? products.squares(i)
                                        : unbiased(
                                                products.squares(i),
                                                products.lengths(pairs.get(i).left()),
                                                products.lengths(pairs.get(i).right())))
                .toList();
    }

    private static double[][] unbiased(double[][] squares, double[][] x, double[][] y) {
        double[][] estimates = new double[x.length][y.length];
        for (int a = 0; a < estimates.length; a++) {
            for (int b = 0; b < estimates[a].length; b++) {
                estimates[a][b] =
                        unbiased(
                                squares[a][b],
                                Vectors.dot(x[a], y[b]),
                                Arrays.stream(x[a]).sum() * Arrays.stream(y[b]).sum(),
                                x[a].length);
            }
        }
        return estimates;
    }

    private static double unbiased(double trace, double diagonal, double sums, double n) {
        return (trace - diagonal + sums / ((n - 1) * (n - 2)) - 2 / (n - 2) * diagonal)
                / (n * (n - 3));
    }
}
