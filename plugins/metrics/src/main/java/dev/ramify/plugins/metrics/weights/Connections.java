package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Floats;
import dev.ramify.api.recording.LayerRecording;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How strongly each unit of a layer is connected with each of its inputs: the sum over the kernel
 * of the sizes of the weights. Excitation and inhibition count alike.
 *
 * @param strengths {@code [units][inputs]}
 */
record Connections(double[][] strengths) {

    /**
     * Read the weights of a layer whose branches, if it has any, see the same inputs.
     *
     * @throws UndefinedMetricException if a weight is not finite or all of them are zero
     */
    static Connections of(LayerRecording layer) {
        INDArray weights = layer.weights().orElseThrow();
        int units = Math.toIntExact(weights.size(0));
        int inputs = Math.toIntExact(weights.size(1));
        float[] flat = Floats.of(weights);
        int kernel = flat.length / (units * inputs);
        double[][] strengths = new double[units][inputs];
        double total = 0;
        for (int unit = 0; unit < units; unit++) {
            for (int input = 0; input < inputs; input++) {
                int from = (unit * inputs + input) * kernel;
                double strength = 0;
                for (int i = from; i < from + kernel; i++) {
                    strength += Math.abs(flat[i]);
                }
                strengths[unit][input] = strength;
                total += strength;
            }
            requireFinite(flat, unit, inputs * kernel, total);
        }
        if (!(total > 0)) {
            throw new UndefinedMetricException(
                    "all %d weights of layer '%s' are zero".formatted(flat.length, layer.layer()));
        }
        return new Connections(strengths);
    }

    /** What is not finite shows in the sum; only then is it looked for. */
    private static void requireFinite(float[] flat, int unit, int count, double total) {
        for (int i = unit * count; !Double.isFinite(total) && i < (unit + 1) * count; i++) {
            if (!Float.isFinite(flat[i])) {
                throw new UndefinedMetricException(
                        "unit %d has the weight %s".formatted(unit, flat[i]));
            }
        }
    }

    int units() {
        return strengths.length;
    }

    int inputs() {
        return strengths[0].length;
    }

    double[] unitSums() {
        double[] sums = new double[units()];
        for (int unit = 0; unit < sums.length; unit++) {
            for (double strength : strengths[unit]) {
                sums[unit] += strength;
            }
        }
        return sums;
    }

    double[] inputSums() {
        double[] sums = new double[inputs()];
        for (double[] row : strengths) {
            for (int input = 0; input < sums.length; input++) {
                sums[input] += row[input];
            }
        }
        return sums;
    }

    /** Divide the connections of every unit by their mean: the scale that a ReLU does not fix. */
    Connections withEqualUnits() {
        double[] sums = unitSums();
        double[][] scaled = new double[units()][];
        for (int unit = 0; unit < scaled.length; unit++) {
            double mean = sums[unit] / inputs();
            scaled[unit] =
                    Arrays.stream(strengths[unit])
                            .map(strength -> mean > 0 ? strength / mean : 0)
                            .toArray();
        }
        return new Connections(scaled);
    }
}
