package dev.ramify.plugins.visualizers.examples;

import dev.ramify.api.recording.LayerRecording;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The samples that a unit responds to most.
 *
 * @param unit the unit
 * @param samples their rows, the greatest response first; equal responses in the order of the rows
 * @param share share of its five per cent strongest responses that the most frequent class has;
 *     {@code NaN} where classes are not known
 */
record TopSamples(int unit, int[] samples, double share) {

    private static final double STRONGEST = 0.05;

    static TopSamples of(LayerRecording layer, int[] labels, int unit, int count) {
        float[] responses = layer.activations().columns(unit)[0];
        int[] order =
                IntStream.range(0, responses.length)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble((Integer n) -> -responses[n])
                                        .thenComparing(n -> n))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int strongest = Math.max(1, (int) (STRONGEST * order.length));
        int[] top = Arrays.copyOf(order, Math.min(count, order.length));
        return new TopSamples(unit, top, share(order, labels, strongest));
    }

    private static double share(int[] order, int[] labels, int strongest) {
        if (labels.length == 0) {
            return Double.NaN;
        }
        int[] counts = new int[Arrays.stream(labels).max().orElse(0) + 1];
        for (int k = 0; k < strongest; k++) {
            counts[labels[order[k]]]++;
        }
        return (double) Arrays.stream(counts).max().orElse(0) / strongest;
    }
}
