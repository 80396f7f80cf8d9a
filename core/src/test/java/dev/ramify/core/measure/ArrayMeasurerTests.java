package dev.ramify.core.measure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.Inference;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.SeedSummaries;
import dev.ramify.core.statistics.StudyCorrection;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ArrayMeasurerTests {

    private static final Assignment BRANCHES =
            Assignment.of(List.of("a", "b"), new int[] {0, 0, 0, 1, 1, 1});

    @Test
    void aMetricThatNeedsMoreMemoryThanThereIsLeavesTheOthersAlone() {
        Made before = new Made("before", assignment -> assignment.branchOf(0));
        Made greedyAtOnce = new Made("greedy-at-once", ArrayMeasurerTests::greedy);
        // Draws run on other threads.
        Made greedyInDraws =
                new Made(
                        "greedy-in-draws",
                        assignment -> assignment.equals(BRANCHES) ? 0 : greedy(assignment));
        Made after = new Made("after", assignment -> assignment.branchOf(1));

        List<Measurement> measured = measure(before, greedyAtOnce, greedyInDraws, after);

        assertThat(measured)
                .extracting(Measurement::metric)
                .containsExactly("before", "greedy-at-once", "greedy-in-draws", "after");
        assertThat(measured.get(0).defined()).isPresent();
        assertThat(measured.get(3).defined()).isPresent();
        for (int greedy : new int[] {1, 2}) {
            assertThat(measured.get(greedy).outcome())
                    .isEqualTo(
                            new Failed(
                                    "metric '%s' failed on layer 'conv1': memory ran out at 6 units and 8 samples; give more with RAMIFY_OPTS=-Xmx8g"
                                            .formatted(measured.get(greedy).metric())));
        }
    }

    private static double greedy(Assignment assignment) {
        return new long[Integer.MAX_VALUE - 8].length;
    }

    private static List<Measurement> measure(Made... metrics) {
        LayerRecording layer =
                new LayerRecording("conv1", BRANCHES, Activations.of(Nd4j.rand(8, 6)), null);
        Recording recording =
                new Recording(
                        List.of(layer),
                        List.of(),
                        new int[0],
                        List.of(),
                        new int[0][],
                        new double[] {1});
        List<MetricChoice> choices =
                IntStream.range(0, metrics.length)
                        .mapToObj(
                                each ->
                                        new MetricChoice(
                                                ConfiguredMetric.of(metrics[each], new NoOptions()),
                                                List.of(),
                                                200))
                        .toList();
        return new ArrayMeasurer(
                        new RecordingMeasurer(new MetricEvaluator()),
                        new Inference(new SeedSummaries(), new StudyCorrection()))
                .measure("arrays", MeasuredArrays.of(recording), choices, 1, (done, status) -> {})
                .measurements();
    }

    /** A metric that scores the layer by a function. */
    private record Made(String id, ToDoubleFunction<Assignment> scoring)
            implements SpecializationMetric<NoOptions> {

        @Override
        public String summary() {
            return "Made";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public MetricProfile profile() {
            return new MetricProfile(
                    Kind.DESCRIPTIVE,
                    Set.of(),
                    NullModel.UNIT_PERMUTATION,
                    Tail.GREATER,
                    "",
                    "",
                    "");
        }

        @Override
        public PreparedMetric prepare(MetricInput input, NoOptions options) {
            return new PreparedMetric() {

                @Override
                public List<Subject> subjects() {
                    return List.of(Subject.layer());
                }

                @Override
                public double[] score(Assignment assignment) {
                    return new double[] {scoring.applyAsDouble(assignment)};
                }
            };
        }
    }
}
