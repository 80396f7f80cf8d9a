package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.PreparedInBatches;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertRouting;
import dev.ramify.api.recording.LayerRecording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class MetricEvaluatorTests {

    private static final Assignment BRANCHES = Inputs.twoBranches(8, 8);

    @Test
    void aStatisticThatNeverChangesIsNotExtreme() {
        Defined value = evaluate(FakeMetric.of(FakePrepared.layer(assignment -> 0.1)), 99);
        assertThat(value.p()).isEqualTo(1);
        assertThat(value.pAdjusted()).isEqualTo(1);
        assertThat(value.z()).isNull();
        assertThat(value.chance().sd()).isCloseTo(0, within(1e-15));
    }

    @Test
    void theMostExtremeValueHasTheLeastPThatSamplingKnows() {
        Defined value =
                evaluate(FakeMetric.of(FakePrepared.layer(a -> a.equals(BRANCHES) ? 1. : 0.)), 999);
        assertThat(value.p()).isEqualTo(0.001);
    }

    @Test
    void theNullHasTheMeanAndDeviationOfSamplingWithoutReplacement() {
        // The number of the first 4 units in a branch of 8 of 16: mean 2, variance 4 / 5.
        Defined value = evaluate(FakeMetric.of(FakePrepared.layer(a -> inFirst(a, 4))), 20_000);
        NullSummary chance = value.chance();
        assertThat(chance.mean()).isCloseTo(2, within(4 * 0.894 / 141));
        assertThat(chance.sd()).isCloseTo(Math.sqrt(0.8), within(4 * 0.894 / 200));
        assertThat(chance.n()).isEqualTo(20_000);
        assertThat(value.value()).isEqualTo(4);
        assertThat(value.z()).isCloseTo((4 - chance.mean()) / chance.sd(), within(1e-12));
        // C(12, 4) of C(16, 8) divisions have all 4 there.
        assertThat(value.p()).isCloseTo(495.0 / 12870, within(0.006));
    }

    @Test
    void effectIsTheWayFromChanceToTheCeiling() {
        Defined value =
                evaluate(
                        FakeMetric.of(FakePrepared.layer(a -> inFirst(a, 4) - 1).withCeiling(5)),
                        99);
        double chance = value.chance().mean();
        assertThat(value.effect()).isCloseTo((3 - chance) / (5 - chance), within(1e-12));
    }

    @Test
    void tailsDecideWhatIsExtreme() {
        assertThat(p(Tail.GREATER, -1)).isEqualTo(1);
        assertThat(p(Tail.LESS, -1)).isEqualTo(0.01);
        assertThat(p(Tail.TWO_SIDED, -1)).isEqualTo(0.01);
        assertThat(p(Tail.TWO_SIDED, 1)).isEqualTo(0.01);
    }

    @Test
    void equalSeedsGiveEqualResultsInAnyOrderOnAnyThreads() {
        var metric = FakeMetric.of(FakePrepared.layer(a -> inFirst(a, 5)));
        List<Evaluation> inOrder = LongStream.range(0, 40).mapToObj(s -> full(metric, s)).toList();
        List<Evaluation> atOnce =
                LongStream.range(0, 40)
                        .parallel()
                        .map(s -> 39 - s)
                        .mapToObj(s -> full(metric, s))
                        .toList();
        for (int i = 0; i < 40; i++) {
            Evaluation other = atOnce.get(39 - i);
            assertThat(other.measurements()).isEqualTo(inOrder.get(i).measurements());
            assertThat(other.nulls().get(0).draws())
                    .isEqualTo(inOrder.get(i).nulls().get(0).draws());
        }
        assertThat(inOrder.get(0).measurements()).isNotEqualTo(inOrder.get(1).measurements());
    }

    @Test
    void unitsThatTakeNoPartStayWhereTheyAre() {
        FakePrepared prepared = FakePrepared.layer(a -> inFirst(a, 4));
        assertThat(evaluate(FakeMetric.of(prepared.among(unit -> unit >= 4)), 99).chance().sd())
                .isZero();
        assertThat(evaluate(FakeMetric.of(prepared.among(unit -> unit % 2 == 0)), 99).chance().sd())
                .isPositive();
    }

    @Test
    void whatAMetricNeedsIsCheckedAtOnce() {
        var metric =
                FakeMetric.of(
                        FakeMetric.profile(
                                NullModel.UNIT_PERMUTATION,
                                Tail.GREATER,
                                EnumSet.complementOf(EnumSet.of(Need.UNBRANCHED))
                                        .toArray(Need[]::new)),
                        input -> FakePrepared.layer(a -> 1.));
        Assignment trunk = Assignment.of(List.of(""), new int[4]);
        assertThat(reason(metric, trunk))
                .isEqualTo(
                        "the layer is not branched; at least 2 branches are needed"
                                + "; no activations of the layer were recorded"
                                + "; the classes of the samples are not known"
                                + "; no factors of the samples are known"
                                + "; the weights were not recorded, or units differ in their number"
                                + "; no gates were recorded; a router that weighs the branches is needed"
                                + "; no choices of experts were recorded"
                                + "; there is no network to run with units silenced, only arrays");
        var arrays =
                Inputs.of(BRANCHES, 1, new int[] {0, 1}, new int[] {1, 0}, Nd4j.zeros(16, 3, 1, 1));
        LayerRecording gated =
                arrays.layer()
                        .withGates(Nd4j.ones(2, 2))
                        .withExperts(new ExpertRouting(ExpertChoices.of(new int[] {0, 1}, 1, 2)));
        var input =
                new MetricInput(
                        arrays.recording().withLayer(gated),
                        gated,
                        arrays.seed(),
                        (silenced, replacement) -> new int[2]);
        assertThat(
                        new MetricEvaluator()
                                .evaluate(metric, input, BranchKinds.allAlike(), 9)
                                .measurements()
                                .get(0)
                                .defined())
                .isPresent();
    }

    @Test
    void aMetricOfLayersBuiltWithoutBranchesMeasuresNoOthers() {
        var metric =
                FakeMetric.of(
                        FakeMetric.profile(
                                NullModel.UNIT_PERMUTATION, Tail.GREATER, Need.UNBRANCHED),
                        input -> FakePrepared.layer(a -> 1.));
        assertThat(reason(metric, BRANCHES))
                .isEqualTo(
                        "the layer has 2 branches, whose weights are apart by construction; one that was built without branches is needed");
    }

    @Test
    void aCostlyMetricMakesTheDrawsThatItCallsAffordable() {
        var metric =
                FakeMetric.of(
                        FakeMetric.profile(NullModel.UNIT_PERMUTATION, Tail.GREATER).affording(19),
                        input -> FakePrepared.layer(a -> inFirst(a, 4)));
        assertThat(drawsOf(metric, NullBudget.of(99))).isEqualTo(19);
        assertThat(drawsOf(metric, NullBudget.of(9))).isEqualTo(9);
        assertThat(drawsOf(metric, NullBudget.of(99).regardlessOfCost())).isEqualTo(99);
    }

    @Test
    void drawsOfAMetricThatScoresInBatchesAreHandedOverTogether() {
        Batches batches = new Batches();
        Evaluation together = full(FakeMetric.of(batches), 1);
        Evaluation alone = full(FakeMetric.of(FakePrepared.layer(a -> inFirst(a, 4))), 1);
        assertThat(batches.sizes).containsExactly(together.nulls().get(0).draws().length);
        assertThat(together.measurements()).isEqualTo(alone.measurements());
    }

    @Test
    void aBatchMustHaveAScoreForEveryDivision() {
        Batches batches = new Batches();
        batches.forgotten = 1;
        assertThatExceptionOfType(MetricFailedException.class)
                .isThrownBy(() -> full(FakeMetric.of(batches), 1))
                .withMessageMatching(".*scores gave (\\d+) arrays for (\\d+) divisions.*");
    }

    /** Scores as the metric that counts units of the first branch does. */
    private static final class Batches implements PreparedInBatches {

        private final List<Integer> sizes = new ArrayList<>();
        private int forgotten;

        @Override
        public List<Subject> subjects() {
            return List.of(Subject.layer());
        }

        @Override
        public double[] score(Assignment assignment) {
            return new double[] {inFirst(assignment, 4)};
        }

        @Override
        public List<double[]> scores(List<Assignment> assignments) {
            sizes.add(assignments.size());
            return assignments.stream().skip(forgotten).map(this::score).toList();
        }
    }

    @Test
    void samplingStopsEarlyWhereTheAnswerIsClear() {
        var ordinary = FakeMetric.of(FakePrepared.layer(a -> -inFirst(a, 4)));
        var extreme = FakeMetric.of(FakePrepared.layer(a -> a.equals(BRANCHES) ? 1. : 0.));
        NullBudget budget = NullBudget.of(5_000).stoppingEarly();
        assertThat(drawsOf(ordinary, budget)).isEqualTo(64);
        assertThat(drawsOf(extreme, budget)).isEqualTo(5_000);
    }

    @Test
    void descriptionsAreReportedWithoutATest() {
        Description description = new Description(Subject.branch("b1"), 3, "as it happens");
        var metric =
                FakeMetric.of(
                        FakePrepared.layer(a -> inFirst(a, 4)).describing(List.of(description)));
        Evaluation evaluation = full(metric, 1);
        assertThat(evaluation.measurements()).hasSize(2);
        assertThat(evaluation.measurements().get(1).subject()).isEqualTo(Subject.branch("b1"));
        assertThat(evaluation.measurements().get(1).outcome())
                .isEqualTo(new Defined(3, null, null, null, null, false, null, "as it happens"));
        assertThat(evaluation.nulls()).hasSize(1);
    }

    @Test
    void aDescriptionOfATestedSubjectIsAMistakeInTheMetric() {
        Description description = new Description(Subject.layer(), 3);
        var metric = FakeMetric.of(FakePrepared.layer(a -> 1.).describing(List.of(description)));
        assertThatExceptionOfType(MetricFailedException.class)
                .isThrownBy(() -> full(metric, 1))
                .withMessageContaining("the subject 'layer' comes twice");
    }

    private static int drawsOf(ConfiguredMetric<?> metric, NullBudget budget) {
        return new MetricEvaluator()
                .evaluate(metric, Inputs.of(BRANCHES, 1), BranchKinds.allAlike(), budget)
                .measurements()
                .get(0)
                .defined()
                .orElseThrow()
                .chance()
                .n();
    }

    @Test
    void aMetricCanSayThatTheDataAllowNoValue() {
        var metric =
                FakeMetric.of(
                        FakeMetric.profile(NullModel.UNIT_PERMUTATION, Tail.GREATER),
                        input -> {
                            throw new UndefinedMetricException("one class only");
                        });
        assertThat(reason(metric, BRANCHES)).isEqualTo("one class only");
    }

    @Test
    void aSubjectWithoutValueDoesNotTouchTheOthers() {
        List<Subject> subjects = List.of(Subject.branch("b1"), Subject.branch("b2"));
        var both = FakePrepared.of(subjects, a -> new double[] {Double.NaN, inFirst(a, 4)});
        Evaluation evaluation = full(FakeMetric.of(both), 3);
        assertThat(evaluation.measurements().get(0).outcome())
                .isEqualTo(new Undefined("no value for branch=b1"));
        Defined second = evaluation.measurements().get(1).defined().orElseThrow();
        assertThat(second.pAdjusted()).isEqualTo(second.p());
    }

    @Test
    void aDrawWithoutValueCountsAgainst() {
        Defined value =
                evaluate(
                        FakeMetric.of(
                                FakePrepared.layer(
                                        a ->
                                                a.equals(BRANCHES)
                                                        ? 1
                                                        : a.branchOf(0) == 0 ? 0 : Double.NaN)),
                        199);
        assertThat(value.p()).isCloseTo(0.5, within(0.12));
        assertThat(value.chance().mean()).isZero();
    }

    @Test
    void exactPIsTakenAsItIsAndCorrectedByTheSmallestOfEachDraw() {
        List<Subject> subjects = List.of(Subject.branch("b1"), Subject.branch("b2"));
        var prepared =
                FakePrepared.of(subjects, a -> new double[] {inFirst(a, 4), 4 - inFirst(a, 4)})
                        .withExact(
                                a -> new double[] {exact(inFirst(a, 4)), exact(4 - inFirst(a, 4))});
        Evaluation evaluation = full(FakeMetric.of(prepared), 1);
        Defined first = evaluation.measurements().get(0).defined().orElseThrow();
        assertThat(first.exact()).isTrue();
        assertThat(first.p()).isEqualTo(exact(4));
        // All 4 on one side, whichever: twice the p of one side.
        assertThat(first.pAdjusted()).isCloseTo(2 * exact(4), within(0.035));
    }

    @Test
    void samplingOfTheNullOfLabelsBreaksTheirTieToActivations() {
        int[] labels = IntStream.range(0, 40).map(i -> i % 2).toArray();
        var metric =
                FakeMetric.of(
                        FakeMetric.profile(NullModel.LABEL_SHUFFLE, Tail.GREATER, Need.LABELS),
                        input -> FakePrepared.layer(a -> agreement(input.recording().labels())));
        Evaluation evaluation =
                new MetricEvaluator()
                        .evaluate(
                                metric,
                                Inputs.of(BRANCHES, 5, labels, labels, null),
                                BranchKinds.allAlike(),
                                499);
        Defined value = evaluation.measurements().get(0).defined().orElseThrow();
        assertThat(value.value()).isEqualTo(1);
        assertThat(value.chance().mean()).isCloseTo(0.5, within(0.02));
        assertThat(value.p()).isEqualTo(0.002);
    }

    @Test
    void aShuffleIsPreparedFromWhatIsThereByMetricsThatCan() {
        int[] labels = {0, 1};
        PreparedMetric prepared =
                new PreparedMetric() {

                    @Override
                    public List<Subject> subjects() {
                        return List.of(Subject.layer());
                    }

                    @Override
                    public double[] score(Assignment assignment) {
                        return new double[] {1};
                    }

                    @Override
                    public Optional<PreparedMetric> forShuffle(MetricInput shuffled) {
                        double first = shuffled.recording().labels()[0];
                        return Optional.of(FakePrepared.layer(a -> 10 + first));
                    }
                };
        var metric =
                FakeMetric.of(
                        FakeMetric.profile(NullModel.LABEL_SHUFFLE, Tail.GREATER, Need.LABELS),
                        input -> prepared);
        Evaluation evaluation =
                new MetricEvaluator()
                        .evaluate(
                                metric,
                                Inputs.of(BRANCHES, 5, labels, labels, null),
                                BranchKinds.allAlike(),
                                99);
        assertThat(evaluation.nulls().get(0).draws()).containsOnly(10.0, 11.0);
    }

    @Test
    void aMetricWithoutNullGetsNoTest() {
        Defined value =
                evaluate(
                        FakeMetric.of(
                                FakeMetric.profile(NullModel.NONE, Tail.GREATER),
                                input -> FakePrepared.layer(a -> 3.)),
                        99);
        assertThat(value).isEqualTo(new Defined(3, null, null, null, null, false, null, ""));
    }

    @Test
    void aMetricThatBreaksItsContractIsNamed() {
        var metric = FakeMetric.of(FakePrepared.of(List.of(Subject.layer()), a -> new double[2]));
        assertThatExceptionOfType(MetricFailedException.class)
                .isThrownBy(() -> full(metric, 1))
                .withMessage(
                        "metric 'fake' failed on layer 'conv1': score gave 2 values for 1 subjects; this is a mistake in its plugin");
    }

    @Test
    void subjectsMustDiffer() {
        Subject twice = Subject.branch("b1");
        var metric = FakeMetric.of(FakePrepared.of(List.of(twice, twice), a -> new double[2]));
        assertThatExceptionOfType(MetricFailedException.class)
                .isThrownBy(() -> full(metric, 1))
                .withMessageContaining(
                        "subjects must be distinct, at least one; found [branch=b1, branch=b1]");
    }

    @Test
    void aMetricThatThrowsIsNamed() {
        var metric =
                FakeMetric.of(
                        FakePrepared.layer(
                                a -> {
                                    throw new IllegalStateException("boom");
                                }));
        assertThatExceptionOfType(MetricFailedException.class)
                .isThrownBy(() -> full(metric, 1))
                .withMessageContaining(
                        "failed on layer 'conv1': java.lang.IllegalStateException: boom");
    }

    @Test
    void anOptionThatDoesNotFitTheDataStaysThat() {
        var metric =
                FakeMetric.of(
                        FakeMetric.profile(NullModel.UNIT_PERMUTATION, Tail.GREATER),
                        input -> {
                            throw new InvalidOptionException("factors", "no such factor");
                        });
        assertThatExceptionOfType(InvalidOptionException.class).isThrownBy(() -> full(metric, 1));
    }

    private static Evaluation full(ConfiguredMetric<?> metric, long seed) {
        return new MetricEvaluator()
                .evaluate(metric, Inputs.of(BRANCHES, seed), BranchKinds.allAlike(), 299);
    }

    private static Defined evaluate(ConfiguredMetric<?> metric, int permutations) {
        Measurement measurement =
                new MetricEvaluator()
                        .evaluate(
                                metric,
                                Inputs.of(BRANCHES, 17),
                                BranchKinds.allAlike(),
                                permutations)
                        .measurements()
                        .get(0);
        return measurement.defined().orElseThrow();
    }

    private static String reason(ConfiguredMetric<?> metric, Assignment assignment) {
        Evaluation evaluation =
                new MetricEvaluator()
                        .evaluate(metric, Inputs.of(assignment, 1), BranchKinds.allAlike(), 9);
        assertThat(evaluation.nulls()).isEmpty();
        assertThat(evaluation.measurements()).hasSize(1);
        return ((Undefined) evaluation.measurements().get(0).outcome()).reason();
    }

    /** The p of a value that stands alone on one side of its null. */
    private static double p(Tail tail, double observed) {
        return Objects.requireNonNull(
                evaluate(
                                FakeMetric.of(
                                        FakeMetric.profile(NullModel.UNIT_PERMUTATION, tail),
                                        input ->
                                                FakePrepared.layer(
                                                        a -> a.equals(BRANCHES) ? observed : 0.)),
                                99)
                        .p());
    }

    /** Count how many of the first units are in the first branch. */
    private static double inFirst(Assignment assignment, int units) {
        return IntStream.range(0, units).filter(unit -> assignment.branchOf(unit) == 0).count();
    }

    /** P(K >= k) where 4 of 16 units are marked and 8 drawn. */
    private static double exact(double k) {
        // C(4, k) C(12, 8 - k) of C(16, 8) = 12870.
        double[] count = {495, 4 * 792, 6 * 924, 4 * 792, 495};
        double sum = 0;
        for (int j = (int) k; j <= 4; j++) {
            sum += count[j];
        }
        return sum / 12870;
    }

    private static double agreement(int[] labels) {
        return IntStream.range(0, labels.length).filter(i -> labels[i] == i % 2).count()
                / (double) labels.length;
    }
}
