package dev.ramify.plugins.metrics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Layers of four branches whose units lean towards four factors. */
final class MadeLayers {

    private static final int BRANCHES = 4;
    private static final int CLASSES = 10;

    private MadeLayers() {}

    /** Classes, four factors of two levels, and activations that are never negative. */
    static MetricInput active(int samples, int units) {
        SplittableRandom random = new SplittableRandom(1);
        int[] labels = random.ints(samples, 0, CLASSES).toArray();
        int[][] levels = new int[BRANCHES][];
        for (int f = 0; f < BRANCHES; f++) {
            levels[f] = random.ints(samples, 0, 2).toArray();
        }
        float[][] rows = Inputs.noise(samples, units, random);
        for (int n = 0; n < samples; n++) {
            for (int unit = 0; unit < units; unit++) {
                rows[n][unit] = Math.abs(rows[n][unit]) + levels[unit % BRANCHES][n];
            }
        }
        return Inputs.ofActivations(branches(units), rows, labels, levels);
    }

    /** Units that somebody gave families. */
    static MetricInput withFamilies(int units, int families) {
        List<String> names =
                IntStream.range(0, units).mapToObj(unit -> "family" + unit % families).toList();
        MetricInput input = Inputs.ofAssignment(branches(units));
        LayerRecording layer = input.layer().withFamilies(names);
        return input.with(input.recording().withLayer(layer), layer);
    }

    private static Assignment branches(int units) {
        int[] sizes = new int[BRANCHES];
        for (int unit = 0; unit < units; unit++) {
            sizes[unit % BRANCHES]++;
        }
        return Inputs.branches(sizes);
    }
}
