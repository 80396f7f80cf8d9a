package dev.ramify.numerics.linear;

/** Arithmetic of vectors and of matrices given by rows. */
public final class Vectors {

    private Vectors() {}

    /** Multiply two vectors of one length. */
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

    /** Add up the squares of some entries. */
    public static double squares(double[] vector, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < from + count; i += 4) {
            a += vector[i] * vector[i];
            b += vector[i + 1] * vector[i + 1];
            c += vector[i + 2] * vector[i + 2];
            d += vector[i + 3] * vector[i + 3];
        }
        for (; i < from + count; i++) {
            a += vector[i] * vector[i];
        }
        return (a + b) + (c + d);
    }

    /** The same of entries in single precision, added up in double precision. */
    public static double squares(float[] vector, int from, int count) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < from + count; i += 4) {
            double one = vector[i];
            double two = vector[i + 1];
            double three = vector[i + 2];
            double four = vector[i + 3];
            a += one * one;
            b += two * two;
            c += three * three;
            d += four * four;
        }
        for (; i < from + count; i++) {
            a += (double) vector[i] * vector[i];
        }
        return (a + b) + (c + d);
    }

    /** Return the Euclidean length. */
    public static double norm(double[] vector) {
        return Math.sqrt(dot(vector, vector));
    }

    /** Add a multiple of a vector to another one. */
    public static void add(double factor, double[] vector, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }

    /** Multiply a vector by a number, in place. */
    public static void scale(double factor, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= factor;
        }
    }

    /** Take off a vector what lies along others, which are orthonormal. */
    static void takeOff(Iterable<double[]> others, double[] vector) {
        for (double[] other : others) {
            add(-dot(other, vector), other, vector);
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
        combine(vector, matrix, vector.length, 0, product);
        return product;
    }

    /**
     * Add multiples of the first vectors to another one, from an entry on. Four at a time: the
     * entries of the sum are read and written less often.
     */
    static void combine(double[] factors, double[][] vectors, int count, int from, double[] to) {
        int k = 0;
        for (; k + 3 < count; k += 4) {
            add(
                    factors[k],
                    vectors[k],
                    factors[k + 1],
                    vectors[k + 1],
                    factors[k + 2],
                    vectors[k + 2],
                    factors[k + 3],
                    vectors[k + 3],
                    from,
                    to);
        }
        for (; k < count; k++) {
            double factor = factors[k];
            double[] vector = vectors[k];
            for (int i = from; i < to.length; i++) {
                to[i] += factor * vector[i];
            }
        }
    }

    private static void add(
            double a,
            double[] one,
            double b,
            double[] two,
            double c,
            double[] three,
            double d,
            double[] four,
            int from,
            double[] to) {
        for (int i = from; i < to.length; i++) {
            to[i] += a * one[i] + b * two[i] + (c * three[i] + d * four[i]);
        }
    }

    /** Turn rows into columns: a new matrix. */
    public static double[][] transposed(double[][] matrix) {
        double[][] transposed = new double[matrix[0].length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < transposed.length; column++) {
                transposed[column][row] = matrix[row][column];
            }
        }
        return transposed;
    }
}
