package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Shuffles what a metric is prepared from. */
final class Shuffles {

    private Shuffles() {}

    /**
     * Give every sample the class and the levels of another one. Class and levels stay together, so
     * that only their tie to the activations is broken.
     */
    static MetricInput samples(MetricInput input, RandomGenerator random) {
        Recording recording = input.recording();
        int[] order = new int[recording.samples()];
        Arrays.setAll(order, sample -> sample);
        shuffle(order, random);
        int[][] levels = new int[recording.levels().length][];
        Arrays.setAll(levels, factor -> reordered(recording.levels()[factor], order));
        Recording shuffled = recording.withTruth(reordered(recording.labels(), order), levels);
        return input.with(shuffled, input.layer());
    }

    /**
     * Put every connection of the layer, one weight or one kernel, in the place of another one.
     * Connections that are zero stay, so that masks and pruning do.
     */
    static MetricInput weights(MetricInput input, RandomGenerator random) {
        INDArray weights = input.layer().weights().orElseThrow();
        float[] values = weights.dup('c').data().asFloat();
        int kernel = Math.toIntExact(weights.length() / (weights.size(0) * weights.size(1)));
        int[] places =
                IntStream.range(0, values.length / kernel)
                        .filter(connection -> !isZero(values, connection * kernel, kernel))
                        .toArray();
        int[] order = places.clone();
        shuffle(order, random);
        float[] shuffled = new float[values.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(values, order[i] * kernel, shuffled, places[i] * kernel, kernel);
        }
        LayerRecording layer =
                input.layer().withWeights(Nd4j.createFromArray(shuffled).reshape(weights.shape()));
        return input.with(input.recording().withLayer(layer), layer);
    }

    private static boolean isZero(float[] values, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (values[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static int[] reordered(int[] values, int[] order) {
        int[] result = new int[values.length];
        Arrays.setAll(result, index -> values[order[index]]);
        return result;
    }

    private static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
