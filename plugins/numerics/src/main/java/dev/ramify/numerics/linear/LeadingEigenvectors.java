package dev.ramify.numerics.linear;

import dev.ramify.api.random.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The greatest eigenvalues of a symmetric matrix with their eigenvectors: of a small one by
 * bisection and inverse iteration, of a large one by block Krylov subspaces with Rayleigh-Ritz
 * restarts (Golub and Underwood 1977; Musco and Musco 2015). Both find equal eigenvalues, too.
 *
 * @param values in descending order
 * @param vectors of length 1, one per value; the component that is greatest in size is positive
 */
public record LeadingEigenvectors(double[] values, double[][] vectors) {

    /** Greatest size of a matrix that is reduced as a whole, which costs its third power. */
    static final int WHOLE = 256;

    private static final int DEPTH = 6;
    private static final int SPARE = 4;
    private static final int RESTARTS = 60;
    private static final double TOLERANCE = 1e-9;

    /**
     * Compute.
     *
     * @param count how many; fewer if the matrix has fewer rows
     */
    public static LeadingEigenvectors of(SymmetricOperator matrix, int count) {
        int size = matrix.size();
        int wanted = Math.min(count, size);
        if (size <= WHOLE) {
            Ritz pairs = Ritz.ofWhole(matrix, wanted);
            if (pairs.residual(wanted) <= TOLERANCE) {
                return pairs.leading(wanted);
            }
        }
        return ofSubspaces(matrix, wanted);
    }

    static LeadingEigenvectors ofSubspaces(SymmetricOperator matrix, int wanted) {
        int size = matrix.size();
        List<double[]> block = start(size, Math.min(size, wanted + SPARE));
        for (int restart = 0; ; restart++) {
            List<double[]> basis = new ArrayList<>();
            List<double[]> images = new ArrayList<>();
            expand(matrix, block, basis, images);
            Ritz ritz = Ritz.of(basis, images, Math.min(basis.size(), block.size()));
            if (restart == RESTARTS || ritz.residual(wanted) <= TOLERANCE || basis.size() == size) {
                return ritz.leading(wanted);
            }
            block = ritz.vectors();
        }
    }

    /** Fixed directions: the result depends on the matrix alone. */
    private static List<double[]> start(int size, int width) {
        RandomGenerator random = new Seed(size).derive("krylov").generator();
        List<double[]> block = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            double[] vector = new double[size];
            for (int j = 0; j < size; j++) {
                vector[j] = random.nextGaussian();
            }
            block.add(vector);
        }
        return block;
    }

    /** Collect an orthonormal basis of the block and its images under powers of the matrix. */
    private static void expand(
            SymmetricOperator matrix,
            List<double[]> block,
            List<double[]> basis,
            List<double[]> images) {
        List<double[]> next = block;
        for (int depth = 0; depth <= DEPTH && !next.isEmpty(); depth++) {
            List<double[]> added = new ArrayList<>();
            for (double[] vector : next) {
                double[] direction = vector.clone();
                if (basis.size() < matrix.size() && orthonormalize(direction, basis)) {
                    basis.add(direction);
                    double[] image = matrix.times(direction);
                    images.add(image);
                    added.add(image);
                }
            }
            next = added;
        }
    }

    /** Take off what lies in the basis, twice for accuracy; false if nothing is left. */
    private static boolean orthonormalize(double[] vector, List<double[]> basis) {
        double before = Vectors.norm(vector);
        if (!(before > 0)) {
            return false;
        }
        Vectors.scale(1 / before, vector);
        Vectors.takeOff(basis, vector);
        Vectors.takeOff(basis, vector);
        double left = Vectors.norm(vector);
        if (left < 1e-10) {
            return false;
        }
        Vectors.scale(1 / left, vector);
        Vectors.takeOff(basis, vector);
        Vectors.scale(1 / Vectors.norm(vector), vector);
        return true;
    }

    /** Eigenpairs of the matrix as seen from a basis, the greatest first. */
    private record Ritz(double[] values, List<double[]> vectors, List<double[]> images) {

        static Ritz ofWhole(SymmetricOperator matrix, int count) {
            Reflections reflections = Reflections.of(matrix.whole());
            double[] values = reflections.form().greatest(count);
            List<double[]> vectors = reflections.form().vectors(values);
            vectors.forEach(reflections::back);
            return new Ritz(values, vectors, vectors.stream().map(matrix::times).toList());
        }

        static Ritz of(List<double[]> basis, List<double[]> images, int count) {
            int size = basis.size();
            double[][] projected = new double[size][size];
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    double entry = Vectors.dot(basis.get(i), images.get(j));
                    projected[i][j] = entry;
                    projected[j][i] = entry;
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(projected);
            double[] values = new double[count];
            List<double[]> vectors = new ArrayList<>();
            List<double[]> mapped = new ArrayList<>();
            for (int k = 0; k < count; k++) {
                // Eigenvalues come in descending order.
                values[k] = eigen.value(k);
                double[] weights = eigen.vector(k);
                vectors.add(combine(basis, weights));
                mapped.add(combine(images, weights));
            }
            return new Ritz(values, vectors, mapped);
        }

        private static double[] combine(List<double[]> basis, double[] weights) {
            double[] combined = new double[basis.get(0).length];
            for (int i = 0; i < weights.length; i++) {
                Vectors.add(weights[i], basis.get(i), combined);
            }
            return combined;
        }

        /** Return the greatest distance of a wanted pair from being one, relatively. */
        double residual(int wanted) {
            double scale = Math.max(Math.abs(values[0]), Double.MIN_NORMAL);
            double greatest = 0;
            for (int k = 0; k < Math.min(wanted, values.length); k++) {
                double[] rest = images.get(k).clone();
                Vectors.add(-values[k], vectors.get(k), rest);
                greatest = Math.max(greatest, Vectors.norm(rest) / scale);
            }
            return greatest;
        }

        LeadingEigenvectors leading(int wanted) {
            int count = Math.min(wanted, values.length);
            double[] leading = new double[count];
            double[][] directions = new double[count][];
            for (int k = 0; k < count; k++) {
                leading[k] = values[k];
                directions[k] = vectors.get(k).clone();
                int greatest = 0;
                for (int i = 1; i < directions[k].length; i++) {
                    if (Math.abs(directions[k][i]) > Math.abs(directions[k][greatest])) {
                        greatest = i;
                    }
                }
                Vectors.scale(Math.signum(directions[k][greatest]), directions[k]);
            }
            return new LeadingEigenvectors(leading, directions);
        }
    }
}
