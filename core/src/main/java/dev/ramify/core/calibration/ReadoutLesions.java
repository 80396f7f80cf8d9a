package dev.ramify.core.calibration;

import dev.ramify.api.metric.Lesions;

/**
 * A linear readout of a layer whose units can be silenced.
 *
 * @param rows activations {@code [samples][units]}
 * @param readout weights {@code [classes][units]}
 * @param labels the class of every sample
 */
record ReadoutLesions(float[][] rows, double[][] readout, int[] labels) implements Lesions {

    @Override
    public int[] correct(boolean[] silenced, Replacement replacement) {
        if (silenced.length != rows[0].length) {
            throw new IllegalArgumentException(
                    "the layer has %d units, found entries for %d"
                            .formatted(rows[0].length, silenced.length));
        }
        double[] means = means();
        int[] correct = new int[readout.length];
        for (int sample = 0; sample < rows.length; sample++) {
            double[] values = new double[silenced.length];
            for (int unit = 0; unit < values.length; unit++) {
                float other = rows[(sample + 1) % rows.length][unit];
                values[unit] =
                        !silenced[unit]
                                ? rows[sample][unit]
                                : switch (replacement) {
                                    case ZERO -> 0;
                                    case MEAN -> means[unit];
                                    case RESAMPLE -> other;
                                };
            }
            int label = labels[sample];
            correct[label] += strongest(values) == label ? 1 : 0;
        }
        return correct;
    }

    private double[] means() {
        double[] means = new double[rows[0].length];
        for (float[] row : rows) {
            for (int unit = 0; unit < means.length; unit++) {
                means[unit] += row[unit] / (double) rows.length;
            }
        }
        return means;
    }

    private int strongest(double[] values) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < readout.length; c++) {
            double sum = 0;
            for (int unit = 0; unit < values.length; unit++) {
                sum += readout[c][unit] * values[unit];
            }
            if (sum > most) {
                most = sum;
                best = c;
            }
        }
        return best;
    }
}
