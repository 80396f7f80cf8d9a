package dev.ramify.plugins.metrics.numeric;

/** Arithmetic of vectors and of matrices given by rows. */
public final class Vectors {

    private Vectors() {}

    public static double dot(double[] one, double[] other) {
        // Four sums run side by side; one after another would wait for each addition.
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < one.length; i += 4) {
            a += one[i] * other[i];
            b += one[i + 1] * other[i + 1];
            c += one[i + 2] * other[i + 2];
            d += one[i + 3] * other[i + 3];
        }
        for (; i < one.length; i++) {
            a += one[i] * other[i];
        }
        return (a + b) + (c + d);
    }

    public static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    /** Add a multiple of a vector to another one. */
    public static void add(double factor, double[] vector, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    public static void scale(double factor, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    /** Multiply a matrix with a vector. */
    public static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int row = 0; row < product.length; row++) {
            product[row] = dot(matrix[row], vector);
        }
        return product;
    }

    /** Multiply the transpose of a matrix with a vector. */
    public static double[] transposedTimes(double[][] matrix, double[] vector) {
        double[] product = new double[matrix[0].length];
        for (int row = 0; row < vector.length; row++) {
            add(vector[row], matrix[row], product);
        }
        return product;
    }
}
