package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.ExpertChoices;
import java.util.Arrays;

/** The experts of words. */
final class Vocabulary {

    private final int[] chosen;
    private final int perSample;
    private final int width;
    private final int experts;

    Vocabulary(ExpertChoices choices, int top) {
        perSample = choices.perSample();
        width = top == 0 ? perSample : Math.min(top, perSample);
        experts = choices.experts();
        chosen = new int[Math.multiplyExact(choices.samples(), perSample)];
        choices.read(0, chosen);
    }

    /**
     * What was found of words.
     *
     * @param mean over ids of the share of the top expert
     * @param weighted the same with each id counting by its samples
     * @param ids number of ids with enough samples
     */
    record Shares(double mean, double weighted, int ids) {}

    /**
     * Find the top expert of each id.
     *
     * @param ids of all samples
     * @param least samples that an id needs to count
     * @throws UndefinedMetricException if no id has as many
     */
    Shares shares(int[] ids, int least) {
        long[] order = new long[ids.length];
        Arrays.setAll(order, sample -> (long) ids[sample] << Integer.SIZE | sample);
        Arrays.sort(order);
        int[] counts = new int[experts];
        double sum = 0;
        long weighted = 0;
        long samples = 0;
        int words = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            Arrays.fill(counts, 0);
            while (to < order.length && order[to] >> Integer.SIZE == order[from] >> Integer.SIZE) {
                add((int) order[to++], counts);
            }
            if (to - from >= least) {
                int top = Arrays.stream(counts).max().orElse(0);
                sum += (double) top / (to - from);
                weighted += top;
                samples += to - from;
                words++;
            }
            from = to;
        }
        if (words == 0) {
            throw new UndefinedMetricException(
                    "no vocabulary id has %d samples; give more, or a smaller least"
                            .formatted(least));
        }
        return new Shares(sum / words, (double) weighted / samples, words);
    }

    private void add(int sample, int[] counts) {
        int from = sample * perSample;
        for (int i = from; i < from + width; i++) {
            if (chosen[i] != ExpertChoices.NONE) {
                counts[chosen[i]]++;
            }
        }
    }
}
