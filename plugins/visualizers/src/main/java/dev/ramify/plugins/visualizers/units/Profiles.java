package dev.ramify.plugins.visualizers.units;

import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.numerics.linear.Cholesky;
import dev.ramify.numerics.linear.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What each unit responds to: its activations over samples, less their mean and of length 1, so
 * that the product of two profiles is the correlation of two units.
 *
 * @param units those that vary; others have no profile
 * @param samples the samples that were looked at
 * @param rows a profile for each of the units
 */
public record Profiles(int[] units, int[] samples, double[][] rows) {

    /** Samples beyond so many are evenly chosen: more would not change a picture. */
    private static final int MOST = 1000;

    private static final double DEAD = 1e-6;

    /** Keeps the factor finite where units are the same. */
    private static final double RIDGE = 1e-6;

    /** Read the profiles of a layer. */
    public static Profiles of(LayerRecording layer) {
        Activations activations = layer.activations();
        int count = Math.min(MOST, activations.samples());
        int[] samples = new int[count];
        Arrays.setAll(samples, k -> (int) ((long) k * activations.samples() / count));
        double[][] rows = new double[activations.units()][count];
        float[] sample = new float[activations.units()];
        for (int k = 0; k < count; k++) {
            activations.read(samples[k], sample);
            for (int unit = 0; unit < sample.length; unit++) {
                rows[unit][k] = sample[unit];
            }
        }
        double[] lengths = new double[rows.length];
        for (int unit = 0; unit < rows.length; unit++) {
            double mean = Arrays.stream(rows[unit]).average().orElse(0);
            Arrays.setAll(rows[unit], shift(rows[unit], mean)::applyAsDouble);
            lengths[unit] = Vectors.norm(rows[unit]);
        }
        double[] sorted = Arrays.stream(lengths).filter(Double::isFinite).sorted().toArray();
        double least = sorted.length == 0 ? 0 : DEAD * sorted[sorted.length / 2];
        int[] units =
                IntStream.range(0, rows.length)
                        .filter(unit -> lengths[unit] > least && lengths[unit] > 0)
                        .filter(unit -> Double.isFinite(lengths[unit]))
                        .toArray();
        double[][] kept = new double[units.length][];
        for (int k = 0; k < units.length; k++) {
            kept[k] = rows[units[k]];
            Vectors.scale(1 / lengths[units[k]], kept[k]);
        }
        return new Profiles(units, samples, kept);
    }

    private static java.util.function.IntToDoubleFunction shift(double[] values, double mean) {
        return k -> values[k] - mean;
    }

    /**
     * Compute {@code 1 - r^2} of every two units, {@code r} being their correlation: {@code
     * [units][units]}. Units that respond in opposite ways tell the same, and are near.
     */
    public double[][] distances() {
        double[][] distances = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                double correlation = Vectors.dot(rows[i], rows[j]);
                double distance = 1 - correlation * correlation;
                distances[i][j] = distance;
                distances[j][i] = distance;
            }
        }
        return distances;
    }

    /**
     * Find points whose squared distances are {@code 2 (1 - r^2)}: rows of a factor of the matrix
     * of squared correlations, which no such matrix lacks (Schur's product theorem).
     */
    public double[][] points() {
        double[][] squares = distances();
        for (int i = 0; i < squares.length; i++) {
            for (int j = 0; j < squares.length; j++) {
                squares[i][j] = i == j ? 1 + RIDGE : 1 - squares[i][j];
            }
        }
        Cholesky.of(squares);
        double[][] points = new double[squares.length][squares.length];
        for (int i = 0; i < points.length; i++) {
            for (int k = 0; k <= i; k++) {
                points[i][k] = squares[k][i];
            }
        }
        return points;
    }
}
