package dev.ramify.plugins.metrics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.plugins.metrics.Inputs;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoutingTests {

    @Test
    void aRouterWithABranchForEachRuleHasThePublishedValues() {
        assertValues(identity(4), 0, 0, 0, 1.386);
    }

    @Test
    void aRouterThatWeighsAllAlikeHasThePublishedValues() {
        float[][] even = new float[4][4];
        for (float[] row : even) {
            Arrays.fill(row, .25f);
        }
        assertValues(even, 0, 0, .75, 0);
    }

    @Test
    void aRouterThatUsesOneBranchHasThePublishedValues() {
        float[][] first = new float[4][4];
        for (float[] row : first) {
            row[0] = 1;
        }
        assertValues(first, 1, 1, .75, 0);
    }

    private static void assertValues(
            float[][] gates, double collapse, double worst, double alignment, double nats) {
        PreparedMetric metric = prepare(gates, new int[] {0, 1, 2, 3});
        Map<String, Double> found = descriptions(metric);
        assertThat(found.get("property=collapse")).isCloseTo(collapse, within(5e-4));
        assertThat(found.get("property=worst")).isCloseTo(worst, within(5e-4));
        assertThat(found.get("property=alignment")).isCloseTo(alignment, within(5e-4));
        assertThat(metric.score(Inputs.branches(1, 1, 1, 1))[0]).isCloseTo(nats, within(5e-4));
        assertThat(found.get("property=load-entropy")).isCloseTo(1 - collapse, within(5e-4));
        assertThat(found.get("property=load-gini")).isCloseTo(collapse, within(5e-4));
    }

    @Test
    void agreesWithTheFormulasOnRandomGates() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] labels = random.ints(40, 0, 3).toArray();
            float[][] gates = new float[40][3];
            double[][] joint = new double[3][3];
            for (int n = 0; n < 40; n++) {
                double[] row = random.doubles(3).map(value -> (float) (value * value)).toArray();
                double sum = Arrays.stream(row).sum();
                for (int b = 0; b < 3; b++) {
                    gates[n][b] = (float) row[b];
                    joint[labels[n]][b] += row[b] / sum / 40;
                }
            }
            PreparedMetric metric = prepare(gates, labels);
            assertThat(metric.score(Inputs.branches(1, 1, 1))[0])
                    .as("seed %d", seed)
                    .isCloseTo(information(joint), within(1e-12));
            assertThat(descriptions(metric).get("property=alignment"))
                    .as("seed %d", seed)
                    .isCloseTo(alignment(joint), within(1e-12));
        }
    }

    @Test
    void asManyClassesAsBranchesAreNeededForAnAlignment() {
        float[][] gates = {{1, 0}, {0, 1}, {1, 0}};
        PreparedMetric metric = prepare(gates, new int[] {0, 1, 2});
        assertThat(descriptions(metric)).doesNotContainKey("property=alignment");
        assertThat(metric.phrase(0, Inputs.branches(1, 1))).isEqualTo("load b1 67 %, b2 33 %");
    }

    @Test
    void aFactorCanTakeThePlaceOfClasses() {
        float[][] gates = {{1, 0}, {0, 1}, {1, 0}, {0, 1}};
        MetricInput input =
                Inputs.ofActivations(
                        Inputs.branches(1, 1),
                        new float[4][2],
                        new int[] {0, 0, 1, 1},
                        new int[] {0, 1, 0, 1});
        PreparedMetric metric =
                new Routing()
                        .prepare(Inputs.withGates(input, gates), new RoutingOptions("factor0"));
        assertThat(metric.score(Inputs.branches(1, 1))[0]).isCloseTo(Math.log(2), within(1e-12));
    }

    @Test
    void gatesThatAreNoSharesAreUndefined() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(new float[][] {{1, 0}, {2, -1}}, new int[] {0, 1}))
                .withMessage(
                        "the gate of branch 1 at sample 1 is -1.0; gates are finite and not negative");
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(new float[][] {{0, 0}, {0, 0}}, new int[] {0, 1}))
                .withMessage("all gates of all 2 samples are 0");
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(new float[][] {{1, 0}, {0, 1}}, new int[] {1, 1}))
                .withMessage(
                        "all samples are of one class, 'class1'; at least 2 classes are needed");
    }

    @Test
    void samplesThatNoBranchLetsThroughAreLeftOutAndCounted() {
        float[][] gates = {{1, 0}, {0, 0}, {0, 1}, {1, 0}, {0, 0}, {0, 1}};
        PreparedMetric metric = prepare(gates, new int[] {0, 0, 1, 0, 1, 1});

        assertThat(metric.score(Inputs.branches(1, 1))[0]).isCloseTo(Math.log(2), within(1e-12));
        assertThat(metric.phrase(0, Inputs.branches(1, 1)))
                .isEqualTo("load b1 50 %, b2 50 %; 2 samples without gates left out");
    }

    private static PreparedMetric prepare(float[][] gates, int[] labels) {
        int[] ones = new int[gates[0].length];
        Arrays.fill(ones, 1);
        MetricInput input =
                Inputs.ofActivations(
                        Inputs.branches(ones), new float[labels.length][ones.length], labels);
        return new Routing().prepare(Inputs.withGates(input, gates), new RoutingOptions(""));
    }

    private static Map<String, Double> descriptions(PreparedMetric metric) {
        return metric.descriptions().stream()
                .collect(Collectors.toMap(each -> each.subject().toString(), Description::value));
    }

    private static float[][] identity(int size) {
        float[][] rows = new float[size][size];
        IntStream.range(0, size).forEach(i -> rows[i][i] = 1);
        return rows;
    }

    private static double information(double[][] joint) {
        double sum = 0;
        for (int r = 0; r < 3; r++) {
            for (int b = 0; b < 3; b++) {
                double row = joint[r][0] + joint[r][1] + joint[r][2];
                double column = joint[0][b] + joint[1][b] + joint[2][b];
                sum += joint[r][b] * Math.log(joint[r][b] / row / column);
            }
        }
        return sum;
    }

    private static double alignment(double[][] joint) {
        int[][] permutations = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        double least = Double.POSITIVE_INFINITY;
        for (int[] permutation : permutations) {
            double sum = 0;
            for (int r = 0; r < 3; r++) {
                for (int b = 0; b < 3; b++) {
                    sum += Math.abs((permutation[r] == b ? 1 : 0) - 3 * joint[r][b]);
                }
            }
            least = Math.min(least, sum / 6);
        }
        return least;
    }
}
