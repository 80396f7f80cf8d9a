package dev.ramify.plugins.metrics.numeric;

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
        int size = Math.min(matrix.length, matrix[0].length);
        SymmetricOperator gram =
                new SymmetricOperator() {

                    @Override
                    public int size() {
                        return size;
                    }

                    @Override
                    public double[] times(double[] vector) {
                        return tall
                                ? Vectors.transposedTimes(matrix, Vectors.times(matrix, vector))
                                : Vectors.times(matrix, Vectors.transposedTimes(matrix, vector));
                    }
                };
        LeadingEigenvectors eigen = LeadingEigenvectors.of(gram, count);
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
}
