package dev.ramify.plugins.metrics;

import dev.ramify.api.metric.Lesions;
import java.util.SplittableRandom;

/**
 * A network whose last layer reads a class off the units of the measured one.
 *
 * @param rows activations {@code [samples][units]}
 * @param labels the class of every sample
 * @param readout {@code [units][classes]}
 */
public record LinearNetwork(float[][] rows, int[] labels, double[][] readout) implements Lesions {

    /** Units lean towards classes, and so does the readout. */
    public static LinearNetwork random(int samples, int units, int classes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = random.ints(samples, 0, classes).toArray();
        float[][] rows = Inputs.noise(samples, units, random);
        double[][] readout = new double[units][classes];
        for (int unit = 0; unit < units; unit++) {
            for (int n = 0; n < samples; n++) {
                rows[n][unit] += labels[n] == unit % classes ? 2 : 0;
            }
            for (int c = 0; c < classes; c++) {
                readout[unit][c] = random.nextDouble() + (c == unit % classes ? 1 : 0);
            }
        }
        return new LinearNetwork(rows, labels, readout);
    }

    @Override
    public int[] correct(boolean[] silenced, Replacement replacement) {
        double[] instead = instead(replacement);
        int classes = readout[0].length;
        int[] correct = new int[classes];
        for (int n = 0; n < rows.length; n++) {
            int best = 0;
            double[] scores = new double[classes];
            for (int c = 0; c < classes; c++) {
                for (int unit = 0; unit < silenced.length; unit++) {
                    double value = silenced[unit] ? instead[unit] : rows[n][unit];
                    scores[c] += readout[unit][c] * value;
                }
                best = scores[c] > scores[best] ? c : best;
            }
            correct[best] += best == labels[n] ? 1 : 0;
        }
        return correct;
    }

    private double[] instead(Replacement replacement) {
        double[] instead = new double[readout.length];
        switch (replacement) {
            case ZERO -> {}
            case MEAN -> {
                for (float[] row : rows) {
                    for (int unit = 0; unit < instead.length; unit++) {
                        instead[unit] += row[unit] / (double) rows.length;
                    }
                }
            }
            case RESAMPLE -> throw new UnsupportedOperationException("no other sample is chosen");
        }
        return instead;
    }
}
