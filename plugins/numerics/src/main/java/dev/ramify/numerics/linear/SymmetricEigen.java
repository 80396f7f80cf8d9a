package dev.ramify.numerics.linear;

import dev.ramify.api.metric.UndefinedMetricException;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Eigenvectors of small symmetric matrices of any finite size: entries are halved over the
 * diagonal, which rounding may have left apart, and scaled so that none overflows.
 */
public final class SymmetricEigen {

    private final EigenDecompositionSymmetric decomposition;
    private final double scale;

    private SymmetricEigen(EigenDecompositionSymmetric decomposition, double scale) {
        this.decomposition = decomposition;
        this.scale = scale;
    }

    /**
     * Decompose a matrix {@code [size][size]}.
     *
     * @throws UndefinedMetricException if an entry is not finite, or no eigenvectors are found
     */
    public static SymmetricEigen of(double[][] matrix) {
        double most = 0;
        for (double[] row : matrix) {
            for (double entry : row) {
                if (!Double.isFinite(entry)) {
                    throw new UndefinedMetricException(
                            "values are too large to be multiplied: a product is " + entry);
                }
                most = Math.max(most, Math.abs(entry));
            }
        }
        double scale = most > 0 ? most : 1;
        double[][] even = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                even[i][j] = matrix[i][j] / scale / 2 + matrix[j][i] / scale / 2;
            }
        }
        try {
            return new SymmetricEigen(
                    new EigenDecompositionSymmetric(new Array2DRowRealMatrix(even, false)), scale);
        } catch (MathRuntimeException e) {
            throw new UndefinedMetricException(
                    "no principal directions were found of %d x %d products: %s"
                            .formatted(matrix.length, matrix.length, e.getMessage()));
        }
    }

    /** Return an eigenvalue, the greatest first. */
    public double value(int index) {
        return decomposition.getEigenvalue(index) * scale;
    }

    /** Return the eigenvector of an eigenvalue, of length 1. */
    public double[] vector(int index) {
        return decomposition.getEigenvector(index).toArray();
    }
}
