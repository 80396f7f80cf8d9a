package dev.ramify.plugins.metrics.weights;

import dev.ramify.numerics.linear.SingularVectors;
import java.util.Arrays;

/**
 * What connections have beside their overall strength: singular vectors of the matrix of strengths,
 * the trivial one left out.
 *
 * @param strength of the first pattern, as a share of the overall strength
 * @param units scores of the units {@code [patterns][units]}
 * @param inputs scores of the inputs {@code [patterns][inputs]}
 */
record Pattern(double strength, double[][] units, double[][] inputs) {

    /** Find the first patterns. */
    static Pattern of(Connections connections, Normalization normalization, int count) {
        return switch (normalization) {
            case DEGREE -> degree(connections, count);
            case RAW -> raw(connections, count);
            case CENTRED -> centred(connections, count);
        };
    }

    /**
     * Divide by the roots of the sums of rows and columns, so that strong units and inputs do not
     * stand out, and the scores by them once more (Dhillon 2001).
     */
    private static Pattern degree(Connections connections, int count) {
        double[] units = inverseRoots(connections.unitSums());
        double[] inputs = inverseRoots(connections.inputSums());
        double[][] matrix = scaled(connections.strengths(), units, inputs);
        SingularVectors vectors = SingularVectors.of(matrix, count + 1);
        return new Pattern(
                share(vectors),
                scaled(withoutFirst(vectors.left()), units),
                scaled(withoutFirst(vectors.right()), inputs));
    }

    /** The first vector of what is never negative has one sign: it is the overall strength. */
    private static Pattern raw(Connections connections, int count) {
        SingularVectors vectors = SingularVectors.of(connections.strengths(), count + 1);
        return new Pattern(
                share(vectors), withoutFirst(vectors.left()), withoutFirst(vectors.right()));
    }

    /** Take off the means of rows and columns. */
    private static Pattern centred(Connections connections, int count) {
        double[][] strengths = connections.strengths();
        double[] units = connections.unitSums();
        double[] inputs = connections.inputSums();
        double total = Arrays.stream(units).sum();
        double[][] matrix = new double[units.length][inputs.length];
        for (int o = 0; o < units.length; o++) {
            for (int i = 0; i < inputs.length; i++) {
                matrix[o][i] =
                        strengths[o][i]
                                - units[o] / inputs.length
                                - inputs[i] / units.length
                                + total / units.length / inputs.length;
            }
        }
        SingularVectors vectors = SingularVectors.of(matrix, count);
        double overall = SingularVectors.of(strengths, 1).values()[0];
        return new Pattern(vectors.values()[0] / overall, vectors.left(), vectors.right());
    }

    private static double share(SingularVectors vectors) {
        return vectors.values().length < 2 ? 0 : vectors.values()[1] / vectors.values()[0];
    }

    private static double[][] withoutFirst(double[][] vectors) {
        return Arrays.copyOfRange(vectors, 1, vectors.length);
    }

    private static double[] inverseRoots(double[] sums) {
        return Arrays.stream(sums).map(sum -> sum > 0 ? 1 / Math.sqrt(sum) : 0).toArray();
    }

    private static double[][] scaled(double[][] rows, double[] perRow, double[] perColumn) {
        double[][] scaled = scaled(rows, perColumn);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < perColumn.length; column++) {
                scaled[row][column] *= perRow[row];
            }
        }
        return scaled;
    }

    private static double[][] scaled(double[][] rows, double[] perColumn) {
        double[][] scaled = new double[rows.length][perColumn.length];
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < perColumn.length; column++) {
                scaled[row][column] = rows[row][column] * perColumn[column];
            }
        }
        return scaled;
    }
}
