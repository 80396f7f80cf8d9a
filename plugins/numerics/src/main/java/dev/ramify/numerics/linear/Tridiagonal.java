package dev.ramify.numerics.linear;

import dev.ramify.api.random.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The greatest eigenvalues of a symmetric tridiagonal matrix by bisection, and their eigenvectors
 * by inverse iteration (Parlett 1998, The Symmetric Eigenvalue Problem, chapters 3 and 4).
 *
 * @param diagonal {@code [n]}
 * @param beside {@code [n - 1]}, above and below the diagonal
 */
record Tridiagonal(double[] diagonal, double[] beside) {

    private static final double EPSILON = Math.ulp(1.0);
    private static final int HALVINGS = 200;
    private static final int SOLUTIONS = 4;

    private int size() {
        return diagonal.length;
    }

    /**
     * Return the greatest eigenvalues in descending order, equal ones as often as they are there.
     */
    double[] greatest(int count) {
        double bound = bound();
        double[] values = new double[count];
        for (int k = 0; k < count; k++) {
            double low = -bound;
            double high = k == 0 ? bound : values[k - 1];
            for (int halving = 0; halving < HALVINGS && high - low > EPSILON * bound; halving++) {
                double middle = low + (high - low) / 2;
                if (below(middle) <= size() - 1 - k) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            values[k] = low + (high - low) / 2;
        }
        return values;
    }

    /** No eigenvalue is greater in size (Gershgorin). */
    private double bound() {
        double bound = 0;
        for (int i = 0; i < size(); i++) {
            double before = i == 0 ? 0 : Math.abs(beside[i - 1]);
            double after = i == size() - 1 ? 0 : Math.abs(beside[i]);
            bound = Math.max(bound, Math.abs(diagonal[i]) + before + after);
        }
        return bound;
    }

    /** Count the eigenvalues below a number: as many as there are negative pivots (Sturm). */
    private int below(double number) {
        int count = 0;
        double pivot = 1;
        for (int i = 0; i < size(); i++) {
            double square = i == 0 ? 0 : beside[i - 1] * beside[i - 1];
            pivot = diagonal[i] - number - square / pivot;
            if (Math.abs(pivot) < Double.MIN_NORMAL) {
                pivot = -Double.MIN_NORMAL;
            }
            count += pivot < 0 ? 1 : 0;
        }
        return count;
    }

    /** Return orthonormal eigenvectors of values that {@link #greatest} found. */
    List<double[]> vectors(double[] values) {
        double bound = bound();
        double least = EPSILON * (bound > 0 ? bound : 1);
        RandomGenerator random = new Seed(size()).derive("inverse iteration").generator();
        List<double[]> found = new ArrayList<>();
        for (double value : values) {
            Factors shifted = Factors.of(this, value, least);
            double[] vector = random.doubles(size(), -1, 1).toArray();
            for (int solution = 0; solution < SOLUTIONS; solution++) {
                shifted.solve(vector);
                Vectors.scale(1 / Vectors.norm(vector), vector);
                // Twice, for accuracy: of equal eigenvalues every solution holds the first vector.
                Vectors.takeOff(found, vector);
                Vectors.takeOff(found, vector);
                Vectors.scale(1 / Vectors.norm(vector), vector);
            }
            found.add(vector);
        }
        return found;
    }

    /**
     * Triangular factors of a tridiagonal matrix whose rows were exchanged where that made a pivot
     * greater.
     *
     * @param upper the pivots and the two diagonals above them {@code [3][n]}
     * @param factor by which a row was taken off the next
     * @param exchanged whether a row was exchanged with the next
     */
    private record Factors(double[][] upper, double[] factor, boolean[] exchanged) {

        /**
         * Factorize the matrix less a number on its diagonal.
         *
         * @param least what takes the place of pivots that are smaller
         */
        static Factors of(Tridiagonal matrix, double shift, double least) {
            int size = matrix.size();
            double[] pivots = Arrays.stream(matrix.diagonal).map(each -> each - shift).toArray();
            double[] next = Arrays.copyOf(matrix.beside, size);
            double[] afterNext = new double[size];
            double[] factor = new double[size];
            boolean[] exchanged = new boolean[size];
            for (int i = 0; i < size - 1; i++) {
                double under = matrix.beside[i];
                exchanged[i] = Math.abs(under) > Math.abs(pivots[i]);
                if (exchanged[i]) {
                    double[] row = {pivots[i], next[i]};
                    pivots[i] = under;
                    next[i] = pivots[i + 1];
                    afterNext[i] = next[i + 1];
                    factor[i] = row[0] / under;
                    pivots[i + 1] = row[1] - factor[i] * next[i];
                    next[i + 1] = -factor[i] * afterNext[i];
                } else {
                    pivots[i] = atLeast(least, pivots[i]);
                    factor[i] = under / pivots[i];
                    pivots[i + 1] -= factor[i] * next[i];
                }
            }
            pivots[size - 1] = atLeast(least, pivots[size - 1]);
            return new Factors(new double[][] {pivots, next, afterNext}, factor, exchanged);
        }

        private static double atLeast(double least, double pivot) {
            return Math.abs(pivot) < least ? least : pivot;
        }

        /** Replace a right-hand side by the solution. */
        void solve(double[] vector) {
            int size = vector.length;
            for (int i = 0; i < size - 1; i++) {
                if (exchanged[i]) {
                    double swap = vector[i];
                    vector[i] = vector[i + 1];
                    vector[i + 1] = swap;
                }
                vector[i + 1] -= factor[i] * vector[i];
            }
            for (int i = size - 1; i >= 0; i--) {
                double known = i + 1 < size ? upper[1][i] * vector[i + 1] : 0;
                known += i + 2 < size ? upper[2][i] * vector[i + 2] : 0;
                vector[i] = (vector[i] - known) / upper[0][i];
            }
        }
    }
}
