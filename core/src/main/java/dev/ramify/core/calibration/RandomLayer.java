package dev.ramify.core.calibration;

import java.util.random.RandomGenerator;

/**
 * An untrained layer: units that each see a random mixture of all inputs, with a random bias,
 * behind a ReLU.
 */
final class RandomLayer {

    private RandomLayer() {}

    /**
     * Run it.
     *
     * @param inputs {@code [samples][inputs]}
     * @return activations {@code [samples][units]}, not negative
     */
    static float[][] activations(double[][] inputs, int units, RandomGenerator random) {
        int width = inputs[0].length;
        double[][] weights = Layers.gaussian(units, width + 1, random);
        float[][] rows = new float[inputs.length][units];
        for (int sample = 0; sample < rows.length; sample++) {
            for (int unit = 0; unit < units; unit++) {
                double sum = weights[unit][width];
                for (int i = 0; i < width; i++) {
                    sum += weights[unit][i] * inputs[sample][i] / Math.sqrt(width);
                }
                rows[sample][unit] = (float) Math.max(0, sum);
            }
        }
        return rows;
    }
}
