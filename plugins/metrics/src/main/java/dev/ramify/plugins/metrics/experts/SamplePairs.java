package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertRouting;
import java.util.OptionalDouble;

/** The choices of two layers for the same samples. */
final class SamplePairs {

    private SamplePairs() {}

    /**
     * Compute the mutual information, in bits, of an expert of one layer and an expert of the other
     * for the same sample, all of them beside all; empty where choices are not known sample by
     * sample.
     *
     * @param top how many of the experts of a sample count; 0 for all
     */
    static OptionalDouble information(ExpertRouting one, ExpertRouting other, int top) {
        if (one.choices().isEmpty() || other.choices().isEmpty()) {
            return OptionalDouble.empty();
        }
        ExpertChoices below = one.choices().get();
        ExpertChoices above = other.choices().get();
        int[] chosen = new int[Math.multiplyExact(below.samples(), below.perSample())];
        below.read(0, chosen);
        double[][] table = new double[below.experts()][above.experts()];
        int belowWidth = width(below, top);
        int aboveWidth = width(above, top);
        above.forEach(
                (sample, experts, at) -> {
                    int from = sample * below.perSample();
                    for (int i = from; i < from + belowWidth; i++) {
                        for (int j = at; j < at + aboveWidth; j++) {
                            if (chosen[i] != ExpertChoices.NONE
                                    && experts[j] != ExpertChoices.NONE) {
                                table[chosen[i]][experts[j]]++;
                            }
                        }
                    }
                });
        return OptionalDouble.of(Entropies.mutual(table));
    }

    private static int width(ExpertChoices choices, int top) {
        return top == 0 ? choices.perSample() : Math.min(top, choices.perSample());
    }
}
