package dev.ramify.plugins.metrics.numeric;

/** A symmetric matrix, known by what it does to a vector. */
public interface SymmetricOperator {

    /** Return its number of rows. */
    int size();

    /** Multiply a vector, which stays as it is. */
    double[] times(double[] vector);

    /** View a square matrix that is symmetric. */
    static SymmetricOperator of(double[][] matrix) {
        return new SymmetricOperator() {

            @Override
            public int size() {
                return matrix.length;
            }

            @Override
            public double[] times(double[] vector) {
                return Vectors.times(matrix, vector);
            }
        };
    }
}
