package dev.ramify.plugins.metrics.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.Lesions;
import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedInBatches;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LesionMatrixTests {

    private static final int PER_CLASS = 100;
    private static final Assignment BRANCHES = Inputs.branches(2, 2, 2);

    @Test
    void cellsAreTheLossOfAccuracyOnEachClass() {
        PreparedMetric metric = prepare(BRANCHES, needs(BRANCHES, LOSS));
        Map<Subject, Double> values = values(metric);
        for (int b = 0; b < 3; b++) {
            for (int c = 0; c < 3; c++) {
                assertThat(values.get(cell(b, c))).isCloseTo(LOSS[b][c] / 100.0, within(1e-12));
            }
        }
        assertThat(metric.phrase(7, BRANCHES)).isEqualTo("loses 60 % of class0");
    }

    @Test
    void theLayerIsTheBestMatchingLessTheRest() {
        // .60, .50 and .20 are matched; the other six cells add up to .50.
        assertThat(values(prepare(BRANCHES, needs(BRANCHES, LOSS))).get(Subject.layer()))
                .isCloseTo(1.3 / 3 - .5 / 6, within(1e-12));
    }

    @Test
    void aSingleDissociationIsAgainstEveryOtherBranch() {
        PreparedMetric metric = prepare(BRANCHES, needs(BRANCHES, LOSS));
        Map<Subject, Double> values = values(metric);
        assertThat(values.get(single("b1"))).isCloseTo(.5, within(1e-12));
        assertThat(values.get(single("b2"))).isCloseTo(.5, within(1e-12));
        // On class2 it loses .2, as the first does.
        assertThat(values.get(single("b3"))).isCloseTo(0, within(1e-12));
        assertThat(metric.phrase(1, BRANCHES)).isEqualTo("needed most alone for class0");
    }

    @Test
    void aDoubleDissociationIsHalfOfWhatTwoLesionsDivideTwoClassesBy() {
        PreparedMetric metric = prepare(BRANCHES, needs(BRANCHES, LOSS));
        Subject pair = Subject.pair("b1", "b2").and("dissociation", "double");
        // ((.60 - .00) + (.50 - .10)) / 2.
        assertThat(values(metric).get(pair)).isCloseTo(.5, within(1e-12));
        assertThat(metric.phrase(4, BRANCHES)).isEqualTo("b1 for class0 and b2 for class1");
        assertThat(metric.phrase(5, BRANCHES))
                .isEqualTo("b1 for class0 and b3 for class1, without crossing over");
    }

    private static final int[][] LOSS = {{60, 0, 20}, {10, 50, 10}, {10, 0, 20}};

    @Test
    void randomSetsOfUnitsAreSilencedUnderAnotherAssignment() {
        List<boolean[]> asked = new ArrayList<>();
        Lesions lesions =
                (silenced, replacement) -> {
                    asked.add(silenced);
                    return new int[] {PER_CLASS, PER_CLASS, PER_CLASS};
                };
        PreparedMetric metric = prepare(BRANCHES, lesions, false);
        asked.clear();
        Assignment other = BRANCHES.permuted(new SplittableRandom(4));
        metric.score(other);
        assertThat(asked).hasSize(3);
        for (int b = 0; b < 3; b++) {
            for (int unit = 0; unit < 6; unit++) {
                assertThat(asked.get(b)[unit]).isEqualTo(other.branchOf(unit) == b);
            }
        }
        // What is recorded is not asked again.
        metric.score(BRANCHES);
        assertThat(asked).hasSize(3);
    }

    @Test
    void manyDivisionsAreAskedForAtOnceAndScoredAsOneByOne() {
        List<Integer> asked = new ArrayList<>();
        Lesions alone = arbitrary(3);
        Lesions lesions =
                new Lesions() {
                    @Override
                    public int[] correct(boolean[] silenced, Replacement replacement) {
                        return alone.correct(silenced, replacement);
                    }

                    @Override
                    public List<int[]> correct(List<boolean[]> silenced, Replacement replacement) {
                        asked.add(silenced.size());
                        return Lesions.super.correct(silenced, replacement);
                    }
                };
        PreparedInBatches metric = (PreparedInBatches) prepare(BRANCHES, lesions);
        // All sets of branches but the empty one, then the branches.
        assertThat(asked).containsExactly(7, 3);
        asked.clear();
        SplittableRandom random = new SplittableRandom(5);
        List<Assignment> divisions =
                IntStream.range(0, 20).mapToObj(i -> BRANCHES.permuted(random)).toList();
        List<double[]> together = metric.scores(divisions);
        assertThat(asked).containsExactly(60);
        for (int i = 0; i < divisions.size(); i++) {
            assertThat(together.get(i)).isEqualTo(metric.score(divisions.get(i)));
        }
        assertThat(together.get(0)).isNotEqualTo(together.get(1));
    }

    @Test
    void theReplacementIsPassedOn() {
        for (Replacement replacement : Replacement.values()) {
            List<Replacement> asked = new ArrayList<>();
            Lesions lesions =
                    (silenced, given) -> {
                        asked.add(given);
                        return new int[] {1, 1, 1};
                    };
            new LesionMatrix()
                    .prepare(input(BRANCHES, lesions), new LesionOptions(replacement, false));
            assertThat(asked).containsOnly(replacement);
        }
    }

    @Test
    void shapleyValuesAgreeWithAveragingOverAllOrders() {
        for (long seed = 0; seed < 20; seed++) {
            Lesions lesions = arbitrary(seed);
            Map<String, Double> found = descriptions(prepare(BRANCHES, lesions));
            double[] naive = averageOverOrders(lesions);
            double sum = 0;
            for (int b = 0; b < 3; b++) {
                double value = found.get("branch=b%d property=shapley".formatted(b + 1));
                assertThat(value).as("seed %d", seed).isCloseTo(naive[b], within(1e-12));
                sum += value;
            }
            assertThat(sum)
                    .as("seed %d", seed)
                    .isCloseTo(found.get("property=loss of all branches"), within(1e-12));
        }
    }

    @Test
    void branchesThatStandInForEachOtherShareTheLossAndHaveSynergy() {
        // Either of the first two branches is enough.
        Lesions lesions =
                (silenced, replacement) -> {
                    int right = silenced[0] && silenced[2] ? 0 : PER_CLASS;
                    return new int[] {right, PER_CLASS, PER_CLASS};
                };
        Map<String, Double> found = descriptions(prepare(BRANCHES, lesions));
        assertThat(found.get("branch=b1 property=shapley")).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(found.get("branch=b2 property=shapley")).isCloseTo(1 / 6.0, within(1e-12));
        assertThat(found.get("branch=b3 property=shapley")).isCloseTo(0, within(1e-12));
        assertThat(found.get("branch=b1 other=b2 property=synergy"))
                .isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void moreThanEightBranchesHaveNoShapleyValues() {
        int[] ones = IntStream.range(0, 9).map(i -> 1).toArray();
        Assignment nine = Inputs.branches(ones);
        assertThat(prepare(nine, needs(nine, new int[9][3])).descriptions()).isEmpty();
    }

    @Test
    void aNetworkThatGetsNothingRightIsUndefined() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(BRANCHES, (silenced, replacement) -> new int[3]))
                .withMessage("the network gets none of 300 samples right");
    }

    @Test
    void unitsThatDoNotVaryTakeNoPart() {
        float[][] rows = rows(6);
        for (float[] row : rows) {
            row[4] = 2;
        }
        MetricInput input = Inputs.ofActivations(BRANCHES, rows, labels());
        PreparedMetric metric =
                new LesionMatrix()
                        .prepare(
                                Inputs.withLesions(input, needs(BRANCHES, LOSS)),
                                new LesionOptions(Replacement.ZERO, false));
        assertThat(metric.takesPart(4)).isFalse();
        assertThat(metric.takesPart(3)).isTrue();
    }

    /** A network in which each silenced unit costs its half of what its branch costs. */
    private static Lesions needs(Assignment branches, int[][] loss) {
        return (silenced, replacement) -> {
            int[] correct = {PER_CLASS, PER_CLASS, PER_CLASS};
            for (int unit = 0; unit < silenced.length; unit++) {
                int branch = branches.branchOf(unit);
                int size = branches.sizes()[branch];
                for (int c = 0; c < 3 && silenced[unit]; c++) {
                    correct[c] -= loss[branch][c] / size;
                }
            }
            return correct;
        };
    }

    /** A network whose losses follow no rule. */
    private static Lesions arbitrary(long seed) {
        Map<List<Boolean>, int[]> answers = new HashMap<>();
        SplittableRandom random = new SplittableRandom(seed);
        return (silenced, replacement) ->
                answers.computeIfAbsent(
                        IntStream.range(0, silenced.length)
                                .mapToObj(unit -> silenced[unit])
                                .toList(),
                        key -> random.ints(3, 1, PER_CLASS).toArray());
    }

    private static double[] averageOverOrders(Lesions lesions) {
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        double[] values = new double[3];
        for (int[] order : orders) {
            boolean[] silenced = new boolean[6];
            int before = IntStream.of(lesions.correct(silenced, Replacement.MEAN)).sum();
            for (int branch : order) {
                silenced[2 * branch] = true;
                silenced[2 * branch + 1] = true;
                int after = IntStream.of(lesions.correct(silenced, Replacement.MEAN)).sum();
                values[branch] += (before - after) / (3.0 * PER_CLASS) / orders.length;
                before = after;
            }
        }
        return values;
    }

    private static PreparedMetric prepare(Assignment branches, Lesions lesions) {
        return prepare(branches, lesions, true);
    }

    private static PreparedMetric prepare(Assignment branches, Lesions lesions, boolean shapley) {
        return new LesionMatrix()
                .prepare(input(branches, lesions), new LesionOptions(Replacement.MEAN, shapley));
    }

    private static MetricInput input(Assignment branches, Lesions lesions) {
        return Inputs.withLesions(
                Inputs.ofActivations(branches, rows(branches.units()), labels()), lesions);
    }

    private static float[][] rows(int units) {
        return Inputs.noise(3 * PER_CLASS, units, new SplittableRandom(1));
    }

    private static int[] labels() {
        return IntStream.range(0, 3 * PER_CLASS).map(n -> n % 3).toArray();
    }

    private static Map<Subject, Double> values(PreparedMetric metric) {
        double[] scores = metric.score(BRANCHES);
        Map<Subject, Double> values = new HashMap<>();
        for (int s = 0; s < scores.length; s++) {
            values.put(metric.subjects().get(s), scores[s]);
        }
        return values;
    }

    private static Map<String, Double> descriptions(PreparedMetric metric) {
        return metric.descriptions().stream()
                .collect(Collectors.toMap(each -> each.subject().toString(), Description::value));
    }

    private static Subject cell(int branch, int label) {
        return Subject.branch("b" + (branch + 1)).and(Subject.CLASS, "class" + label);
    }

    private static Subject single(String branch) {
        return Subject.branch(branch).and("dissociation", "single");
    }
}
