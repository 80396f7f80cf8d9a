package dev.ramify.numerics.linear;

/**
 * A symmetric positive definite matrix as the product of an upper triangle's transpose and that
 * triangle.
 */
public final class Cholesky {

    private final double[][] upper;

    private Cholesky(double[][] upper) {
        this.upper = upper;
    }

    /**
     * Factorize.
     *
     * @param matrix symmetric; its upper triangle becomes the factor
     * @throws ArithmeticException if it is not positive definite
     */
    public static Cholesky of(double[][] matrix) {
        double[] column = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int k = 0; k < i; k++) {
                column[k] = -matrix[k][i];
            }
            Vectors.combine(column, matrix, i, i, matrix[i]);
            if (!(matrix[i][i] > 0)) {
                throw new ArithmeticException(
                        "the matrix is not positive definite: pivot %d is %s"
                                .formatted(i, matrix[i][i]));
            }
            double inverse = 1 / Math.sqrt(matrix[i][i]);
            for (int j = i; j < matrix.length; j++) {
                matrix[i][j] *= inverse;
            }
        }
        return new Cholesky(matrix);
    }

    /** Replace a right-hand side by the solution. */
    public void solve(double[] vector) {
        int size = vector.length;
        for (int i = 0; i < size; i++) {
            double[] row = upper[i];
            vector[i] /= row[i];
            double own = vector[i];
            for (int j = i + 1; j < size; j++) {
                vector[j] -= own * row[j];
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            double[] row = upper[i];
            double known = 0;
            for (int j = i + 1; j < size; j++) {
                known += row[j] * vector[j];
            }
            vector[i] = (vector[i] - known) / row[i];
        }
    }
}
