package dev.ramify.plugins.visualizers.activity;

import dev.ramify.api.recording.Activations;
import dev.ramify.numerics.Sparsity;
import dev.ramify.plugins.visualizers.units.SeenLayer;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How often units are active, and how evenly over samples.
 *
 * @param seen the layer
 * @param samples number of samples
 * @param active for each unit the share of samples with a value above 0
 * @param sparseness for each unit how unevenly its values are spread over samples (Treves and Rolls
 *     1991): 0 for the same on all, 1 for a single one; {@code NaN} for a dead unit
 */
record Density(SeenLayer seen, int samples, double[] active, double[] sparseness) {

    private static final int AT_ONCE = 256;

    static Density of(SeenLayer seen) {
        Activations activations = seen.layer().activations();
        int units = activations.units();
        double[] active = new double[units];
        for (int from = 0; from < activations.samples(); from += AT_ONCE) {
            float[] rows = new float[Math.min(AT_ONCE, activations.samples() - from) * units];
            activations.read(from, rows);
            for (int i = 0; i < rows.length; i++) {
                active[i % units] += rows[i] > 0 ? 1.0 / activations.samples() : 0;
            }
        }
        double[] sparseness = new double[units];
        float[][] columns = activations.columns(IntStream.range(0, units).toArray());
        for (int unit = 0; unit < units; unit++) {
            double[] values = new double[columns[unit].length];
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(0, columns[unit][i]);
            }
            sparseness[unit] = values.length < 2 ? Double.NaN : Sparsity.trevesRolls(values);
        }
        return new Density(seen, activations.samples(), active, sparseness);
    }

    double mean() {
        return Arrays.stream(sparseness).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    int dead() {
        return (int) Arrays.stream(active).filter(share -> share == 0).count();
    }
}
