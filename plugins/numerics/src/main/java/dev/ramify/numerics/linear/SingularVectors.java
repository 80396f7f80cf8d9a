package dev.ramify.numerics.linear;

/**
 * The greatest singular values of a matrix with their vectors.
 *
 * @param values in descending order
 * @param left of length 1, one per value, over the rows
 * @param right of length 1, one per value, over the columns; zero where the value is
 */
public record SingularVectors(double[] values, double[][] left, double[][] right) {

    /**
     * Compute.
     *
     * @param matrix {@code [rows][columns]}
     * @param count how many; fewer if there are fewer rows or columns
     */
    public static SingularVectors of(double[][] matrix, int count) {
        boolean tall = matrix.length > matrix[0].length;
        LeadingEigenvectors eigen = LeadingEigenvectors.of(new Gram(matrix, tall), count);
        int found = eigen.values().length;
        double[] values = new double[found];
        double[][] others = new double[found][];
        for (int k = 0; k < found; k++) {
            double[] vector = eigen.vectors()[k];
            others[k] =
                    tall ? Vectors.times(matrix, vector) : Vectors.transposedTimes(matrix, vector);
            values[k] = Vectors.norm(others[k]);
            if (values[k] > 0) {
                Vectors.scale(1 / values[k], others[k]);
            }
        }
        return tall
                ? new SingularVectors(values, others, eigen.vectors())
                : new SingularVectors(values, eigen.vectors(), others);
    }

    /** The products of a matrix with its transpose, on the side that is shorter. */
    private record Gram(double[][] matrix, boolean tall) implements SymmetricOperator {

        @Override
        public int size() {
            return tall ? matrix[0].length : matrix.length;
        }

        @Override
        public double[] times(double[] vector) {
            return tall
                    ? Vectors.transposedTimes(matrix, Vectors.times(matrix, vector))
                    : Vectors.times(matrix, Vectors.transposedTimes(matrix, vector));
        }

        @Override
        public double[][] whole() {
            double[][] transposed = Vectors.transposed(matrix);
            double[][] rows = tall ? transposed : matrix;
            double[][] columns = tall ? matrix : transposed;
            double[][] whole = new double[rows.length][rows.length];
            for (int i = 0; i < whole.length; i++) {
                Vectors.combine(rows[i], columns, columns.length, i, whole[i]);
                for (int j = 0; j < i; j++) {
                    whole[i][j] = whole[j][i];
                }
            }
            return whole;
        }
    }
}
