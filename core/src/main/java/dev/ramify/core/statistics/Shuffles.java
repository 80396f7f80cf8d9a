package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.Recording;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Shuffles the truth about samples that a metric is prepared from. */
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

    private static int[] reordered(int[] values, int[] order) {
        int[] result = new int[values.length];
        Arrays.setAll(result, index -> values[order[index]]);
        return result;
    }

    static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = values[i];
            values[i] = values[j];
            values[j] = swap;
        }
    }
}
