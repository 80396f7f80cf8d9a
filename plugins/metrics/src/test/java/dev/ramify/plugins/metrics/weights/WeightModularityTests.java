package dev.ramify.plugins.metrics.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WeightModularityTests {

    private static final double[][] NONE = new double[0][];

    @Test
    void unitsThatEachTakeFromOneOfEqualBranchesReachOneLessOneByTheirNumber() {
        double[][] weights = new double[6][6];
        for (int o = 0; o < 6; o++) {
            for (int i = 0; i < 6; i++) {
                weights[o][i] = o / 2 == i / 2 ? 1 : 0;
            }
        }
        PreparedMetric metric = prepare(Inputs.branches(2, 2, 2), Inputs.branches(6), weights);
        assertThat(metric.score(Inputs.branches(6))[0]).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(metric.ceiling(Inputs.branches(6))[0]).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(metric.phrase(0, Inputs.branches(6)))
                .isEqualTo("inputs from conv1: [b1, b2, b3]");
    }

    @Test
    void equalWeightsHaveNoModularity() {
        double[][] weights = {{1, 1, 1, 1}, {1, 1, 1, 1}};
        assertThat(
                        prepare(Inputs.branches(2, 2), Inputs.branches(2), weights)
                                .score(Inputs.branches(2))[0])
                .isCloseTo(0, within(1e-12));
    }

    @Test
    void agreesWithTheBestOfAllGroupingsOfUnits() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment below = Inputs.branches(3, 2, 2).permuted(random);
            double[][] weights = new double[4][];
            for (int o = 0; o < 4; o++) {
                weights[o] = random.doubles(7, -1, 1).toArray();
            }
            double greatest = Double.NEGATIVE_INFINITY;
            for (int grouping = 0; grouping < 81; grouping++) {
                int[] group = {grouping % 3, grouping / 3 % 3, grouping / 9 % 3, grouping / 27};
                greatest = Math.max(greatest, barber(weights, group, below));
            }
            assertThat(prepare(below, Inputs.branches(4), weights).score(Inputs.branches(4))[0])
                    .as("seed %d", seed)
                    .isCloseTo(greatest, within(1e-12));
        }
    }

    @Test
    void branchesAreMatchedWithThoseBelow() {
        SplittableRandom random = new SplittableRandom(2);
        Assignment below = Inputs.branches(3, 4);
        Assignment own = Inputs.branches(2, 2);
        double[][] weights = new double[4][];
        for (int o = 0; o < 4; o++) {
            weights[o] = random.doubles(7, 0, 1).toArray();
            for (int i = 0; i < 7; i++) {
                weights[o][i] += own.branchOf(o) == below.branchOf(i) ? 0 : 2;
            }
        }
        assertThat(prepare(below, own, weights).score(own)[0])
                .isCloseTo(barber(weights, new int[] {1, 1, 0, 0}, below), within(1e-12));
    }

    @Test
    void unitsOfAFlattenedMapGiveSeveralInputsInARow() {
        double[][] weights = {{1, 1, 0, 0, 0, 0}, {0, 0, 1, 1, 1, 1}};
        PreparedMetric metric = prepare(Inputs.branches(1, 2), Inputs.branches(2), weights);
        // Shares of the branches 1/3 and 2/3.
        assertThat(metric.score(Inputs.branches(2))[0])
                .isCloseTo(1 - 1 / 9.0 - 4 / 9.0, within(1e-9));
    }

    @Test
    void inputsOfIsolatedBranchesAreUndefined() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () ->
                                prepare(
                                        Inputs.branches(2, 2),
                                        Inputs.branches(1, 1),
                                        new double[][] {{1, 2}, {3, 4}}))
                .withMessage(
                        "layer 'fc' has 2 inputs per unit, and no recorded layer below gives as many ([conv1]); isolated branches are modular by construction");
    }

    @Test
    void inputsOfAnUnbranchedLayerAreUndefined() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () ->
                                prepare(
                                        Inputs.branches(2),
                                        Inputs.branches(2),
                                        new double[][] {{1, 2}, {3, 4}}))
                .withMessage("the inputs come from layer 'conv1', which is not branched");
    }

    @Test
    void aNamedLayerThatDoesNotFitIsAnError() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(
                        () ->
                                new WeightModularity()
                                        .prepare(
                                                Inputs.last(
                                                        Inputs.layer(
                                                                "conv1",
                                                                Inputs.branches(1, 1),
                                                                NONE),
                                                        Inputs.layer(
                                                                "fc",
                                                                Inputs.branches(1),
                                                                new double[][] {{1, 2}})),
                                                new ModularityOptions("conv2")))
                .withMessage(
                        "layer 'fc' has 2 inputs, which are not those of 'conv2'; recorded below are [conv1]");
    }

    private static PreparedMetric prepare(Assignment below, Assignment own, double[][] weights) {
        return new WeightModularity()
                .prepare(
                        Inputs.last(
                                Inputs.layer("conv1", below, NONE),
                                Inputs.layer("fc", own, weights)),
                        new ModularityOptions(""));
    }

    private static double barber(double[][] weights, int[] group, Assignment below) {
        double total = 0;
        double[] rows = new double[weights.length];
        double[] columns = new double[weights[0].length];
        for (int o = 0; o < rows.length; o++) {
            for (int i = 0; i < columns.length; i++) {
                double strength = Math.abs((float) weights[o][i]);
                total += strength;
                rows[o] += strength;
                columns[i] += strength;
            }
        }
        double sum = 0;
        for (int o = 0; o < rows.length; o++) {
            for (int i = 0; i < columns.length; i++) {
                if (group[o] == below.branchOf(i)) {
                    sum += Math.abs((float) weights[o][i]) - rows[o] * columns[i] / total;
                }
            }
        }
        return sum / total;
    }
}
