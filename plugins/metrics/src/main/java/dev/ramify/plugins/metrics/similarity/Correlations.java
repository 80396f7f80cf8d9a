package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.numerics.products.CentredSamples;
import dev.ramify.numerics.products.Products;
import dev.ramify.plugins.metrics.samples.LiveUnits;

/**
 * Pearson correlations of units over samples.
 *
 * @param values {@code [units][units]}; 0 for units that do not vary, 1 on the diagonal of others
 * @param live for each unit whether it varies
 */
record Correlations(double[][] values, boolean[] live) {

    static final int LEAST_SAMPLES = 3;

    static Correlations of(MetricInput input) {
        LiveUnits.requireSamples(input.layer().activations().samples(), LEAST_SAMPLES);
        CentredSamples samples = CentredSamples.of(input.layer().activations());
        boolean[] live = samples.live();
        LiveUnits.requireTwoBranches(live, input.layer().assignment());
        double[][] values = Products.of(samples, samples);
        double[] scale = new double[live.length];
        for (int unit = 0; unit < scale.length; unit++) {
            scale[unit] = live[unit] ? 1 / Math.sqrt(values[unit][unit]) : 0;
        }
        for (int i = 0; i < scale.length; i++) {
            for (int j = 0; j < scale.length; j++) {
                double value = values[i][j] * scale[i] * scale[j];
                values[i][j] = Math.max(-1, Math.min(1, value));
            }
        }
        return new Correlations(values, live);
    }

    /** Return their sizes, 0 on the diagonal. */
    double[][] sizes() {
        double[][] sizes = new double[values.length][values.length];
        for (int i = 0; i < sizes.length; i++) {
            for (int j = 0; j < sizes.length; j++) {
                sizes[i][j] = i == j ? 0 : Math.abs(values[i][j]);
            }
        }
        return sizes;
    }
}
