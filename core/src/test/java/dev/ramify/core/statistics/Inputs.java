package dev.ramify.core.statistics;

import dev.ramify.api.data.Factor;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Makes inputs of metrics by hand. */
final class Inputs {

    private Inputs() {}

    /** Two branches {@code b1, b2}. */
    static Assignment twoBranches(int first, int second) {
        int[] branchOf = new int[first + second];
        java.util.Arrays.fill(branchOf, first, branchOf.length, 1);
        return Assignment.of(List.of("b1", "b2"), branchOf);
    }

    static MetricInput of(Assignment assignment, long seed) {
        return of(assignment, seed, new int[0], new int[0], null);
    }

    /** A layer {@code conv1} with classes, one factor and weights, each if it is not empty. */
    static MetricInput of(
            Assignment assignment,
            long seed,
            int[] labels,
            int[] levels,
            @Nullable INDArray weights) {
        int samples = Math.max(labels.length, levels.length);
        LayerRecording layer =
                new LayerRecording(
                        "conv1", assignment, new Empty(samples, assignment.units()), weights);
        Recording recording =
                new Recording(
                        List.of(layer),
                        labels.length == 0 ? List.of() : List.of("cat", "dog"),
                        labels,
                        levels.length == 0
                                ? List.of()
                                : List.of(new Factor("hue", List.of("red", "blue"))),
                        levels.length == 0 ? new int[0][] : new int[][] {levels},
                        new double[] {1, 1, 1});
        return new MetricInput(recording, layer, new Seed(seed));
    }

    private record Empty(int samples, int units) implements Activations {

        @Override
        public void read(int from, float[] into) {
            throw new UnsupportedOperationException("a fake without activations");
        }
    }
}
