package dev.ramify.numerics.linear;

import java.util.Arrays;

/** A symmetric matrix, known by what it does to a vector. */
public interface SymmetricOperator {

    /** Return its number of rows. */
    int size();

    /** Multiply a vector, which stays as it is. */
    double[] times(double[] vector);

    /** Compute all of it: a new array {@code [size][size]}. */
    double[][] whole();

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

            @Override
            public double[][] whole() {
                return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
            }
        };
    }
}
