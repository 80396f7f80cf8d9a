package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.random.RandomGenerator;
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
        int[] order = new int[input.layer().activations().samples()];
        Arrays.setAll(order, sample -> sample);
        shuffle(order, random);
        int[][] levels = new int[recording.levels().length][];
        Arrays.setAll(levels, factor -> reordered(recording.levels()[factor], order));
        Recording shuffled = recording.withTruth(reordered(recording.labels(), order), levels);
        return new MetricInput(shuffled, input.layer(), input.seed());
    }

    /** Put every weight of the layer in the place of another one. */
    static MetricInput weights(MetricInput input, RandomGenerator random) {
        INDArray weights = input.layer().weights().orElseThrow();
        float[] values = weights.dup('c').data().asFloat();
        int[] order = new int[values.length];
        Arrays.setAll(order, index -> index);
        shuffle(order, random);
        float[] shuffled = new float[values.length];
        for (int i = 0; i < order.length; i++) {
            shuffled[i] = values[order[i]];
        }
        LayerRecording layer =
                input.layer().withWeights(Nd4j.createFromArray(shuffled).reshape(weights.shape()));
        return new MetricInput(input.recording().withLayer(layer), layer, input.seed());
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
