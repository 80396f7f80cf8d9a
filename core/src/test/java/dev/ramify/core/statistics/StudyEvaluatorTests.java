package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedStudyMetric;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.StudyMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyEvaluatorTests {

    private static final Assignment BRANCHES = Inputs.twoBranches(6, 6);

    @Test
    void everyNetworkIsDealtAnewByItself() {
        // Units whose branch is the same in both: 12 as recorded, 6 by chance.
        Defined value = evaluate(NullModel.UNIT_PERMUTATION, List.of(Subject.layer()), 999);
        assertThat(value.value()).isEqualTo(12);
        assertThat(value.chance().mean()).isBetween(5.8, 6.2);
        assertThat(value.chance().n()).isEqualTo(999);
        assertThat(value.p()).isLessThan(.01);
        assertThat(value.effect()).isEqualTo(1);
        assertThat(value.phrase()).isEqualTo("of 12 units");
    }

    @Test
    void needsAreCheckedInEveryNetwork() {
        MetricProfile profile =
                FakeMetric.profile(NullModel.UNIT_PERMUTATION, Tail.GREATER, Need.FACTORS);
        Measurement measurement = measure(profile, List.of(Subject.layer()), 9).get(0);
        assertThat(measurement.outcome())
                .isEqualTo(
                        new Undefined(
                                "variant 'columns', seed 1: no factors of the samples are known"));
    }

    @Test
    void onlyUnitsCanBeShuffled() {
        assertThatExceptionOfType(MetricFailedException.class)
                .isThrownBy(() -> evaluate(NullModel.LABEL_SHUFFLE, List.of(Subject.layer()), 9))
                .withMessageContaining(
                        "a metric of several networks permutes units, found LABEL_SHUFFLE");
    }

    @Test
    void oneValuePerSubjectIsRequired() {
        List<Subject> two = List.of(Subject.layer(), Subject.branch("b1"));
        assertThatExceptionOfType(MetricFailedException.class)
                .isThrownBy(() -> evaluate(NullModel.UNIT_PERMUTATION, two, 9))
                .withMessageContaining("score gave 1 values and ceiling 1 for 2 subjects");
    }

    private static Defined evaluate(NullModel model, List<Subject> subjects, int draws) {
        MetricProfile profile = FakeMetric.profile(model, Tail.GREATER);
        return measure(profile, subjects, draws).get(0).defined().orElseThrow();
    }

    private static List<Measurement> measure(
            MetricProfile profile, List<Subject> subjects, int draws) {
        MetricInput input = Inputs.of(BRANCHES, 1);
        StudyInput study =
                new StudyInput(
                        "conv1",
                        List.of(
                                new StudyInput.Network("columns", "digits", 1, input),
                                new StudyInput.Network("columns", "digits", 2, input)),
                        new Seed(3));
        return new StudyEvaluator()
                .evaluate(
                        ConfiguredStudyMetric.of(new Agreement(profile, subjects), new NoOptions()),
                        study,
                        NullBudget.of(draws));
    }

    /** The number of units that are in the same branch in both networks. */
    private record Agreement(MetricProfile profile, List<Subject> subjects)
            implements StudyMetric<NoOptions>, PreparedStudyMetric {

        @Override
        public String id() {
            return "agreement";
        }

        @Override
        public String summary() {
            return "A fake";
        }

        @Override
        public Class<NoOptions> options() {
            return NoOptions.class;
        }

        @Override
        public PreparedStudyMetric prepare(StudyInput input, NoOptions options) {
            return this;
        }

        @Override
        public double[] score(List<Assignment> assignments) {
            Assignment one = assignments.get(0);
            Assignment other = assignments.get(1);
            return new double[] {
                IntStream.range(0, one.units())
                        .filter(unit -> one.branchOf(unit) == other.branchOf(unit))
                        .count()
            };
        }

        @Override
        public double[] ceiling() {
            return new double[] {12};
        }

        @Override
        public String phrase(int subject, List<Assignment> assignments) {
            return "of %d units".formatted(assignments.get(0).units());
        }
    }
}
