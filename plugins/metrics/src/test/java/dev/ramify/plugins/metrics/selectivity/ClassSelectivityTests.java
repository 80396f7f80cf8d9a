package dev.ramify.plugins.metrics.selectivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.samples.Halves;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassSelectivityTests {

    /** Without correction the index of this noise is .24, .12 and .67, .76. */
    @ParameterizedTest
    @CsvSource({"20, 0", "100, 0", "20, -2.5", "100, -2.5"})
    void noiseIsNotSelective(int perClass, double mean) {
        SplittableRandom random = new SplittableRandom(1);
        int[] labels = new int[10 * perClass];
        float[][] rows = Inputs.noise(labels.length, 2000, random);
        for (int n = 0; n < labels.length; n++) {
            labels[n] = n % 10;
            for (int unit = 0; unit < 2000; unit++) {
                rows[n][unit] = (float) Math.max(0, rows[n][unit] + mean);
            }
        }
        Assignment branches = Inputs.branches(1000, 1000);
        assertThat(prepare(branches, rows, labels).score(branches))
                .containsExactly(new double[2], within(.05));
    }

    @Test
    void aUnitThatRespondsToOneClassOnlyIsFullySelective() {
        int[] labels = new int[400];
        float[][] rows = new float[400][2];
        SplittableRandom random = new SplittableRandom(1);
        for (int n = 0; n < 400; n++) {
            labels[n] = n % 4;
            rows[n][0] = labels[n] == 2 ? 1 : 0;
            rows[n][1] = (float) random.nextDouble();
        }
        Assignment branches = Inputs.branches(1, 1);
        PreparedMetric metric = prepare(branches, rows, labels);
        assertThat(metric.score(branches)[0]).isCloseTo(1, within(.1));
        assertThat(metric.score(branches)[1]).isCloseTo(0, within(.1));
        assertThat(metric.unitColumns())
                .extracting(UnitColumn::name)
                .containsExactly(
                        "class-selectivity", "class-gini", "class-hoyer", "class-treves-rolls");
        assertThat(metric.unitColumns().get(1).texts().get(0)).isEqualTo("0.75");
    }

    @Test
    void agreesWithTheFormulaLessWhatTheSameShufflesGive() {
        for (long seed = 0; seed < 10; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] labels = random.ints(120, 0, 3).toArray();
            float[][] rows = Inputs.noise(120, 5, random);
            for (int n = 0; n < 120; n++) {
                for (int unit = 0; unit < 5; unit++) {
                    rows[n][unit] = Math.abs(rows[n][unit]) + (labels[n] == unit % 3 ? 1 : 0);
                }
            }
            Assignment branches = Inputs.branches(2, 3).permuted(random);
            MetricInput input = Inputs.withSeed(Inputs.ofActivations(branches, rows, labels), seed);
            Halves halves = Halves.of(input.recording(), 120, input.seed());
            double[] expected = new double[2];
            for (int unit = 0; unit < 5; unit++) {
                double index = naive(rows, labels, halves, unit);
                for (int s = 0; s < 4; s++) {
                    RandomGenerator same = input.seed().derive("selectivity", s).generator();
                    index -= naive(rows, shuffled(labels, halves, same), halves, unit) / 4;
                }
                int branch = branches.branchOf(unit);
                expected[branch] += index / branches.sizes()[branch];
            }
            assertThat(
                            new ClassSelectivity()
                                    .prepare(input, new ClassSelectivityOptions(4))
                                    .score(branches))
                    .as("seed %d", seed)
                    .containsExactly(expected, within(1e-9));
        }
    }

    /** Shuffle the labels of one half, then of the other. */
    private static int[] shuffled(int[] labels, Halves halves, RandomGenerator random) {
        int[] shuffled = labels.clone();
        for (int half = 0; half < 2; half++) {
            int own = half;
            int[] members =
                    IntStream.range(0, labels.length)
                            .filter(n -> halves.halfOf(n) == own)
                            .toArray();
            for (int i = members.length - 1; i > 0; i--) {
                int other = members[random.nextInt(i + 1)];
                int label = shuffled[members[i]];
                shuffled[members[i]] = shuffled[other];
                shuffled[other] = label;
            }
        }
        return shuffled;
    }

    @Test
    void theMeanOfTheLayerIsDescribed() {
        SplittableRandom random = new SplittableRandom(8);
        int[] labels = random.ints(60, 0, 3).toArray();
        float[][] rows = Inputs.noise(60, 4, random);
        for (float[] row : rows) {
            for (int unit = 0; unit < 4; unit++) {
                row[unit] = Math.abs(row[unit]);
            }
        }
        Assignment branches = Inputs.branches(1, 3);
        PreparedMetric metric = prepare(branches, rows, labels);
        double[] values = metric.score(branches);
        assertThat(metric.descriptions().get(0).value())
                .isCloseTo((values[0] + 3 * values[1]) / 4, within(1e-12));
    }

    @Test
    void negativeActivationsAreUndefined() {
        float[][] rows = {{0, 1}, {2, -1}, {0, 1}, {1, 1}};
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(Inputs.branches(1, 1), rows, new int[] {0, 1, 0, 1}))
                .withMessage(
                        "unit 1 has the activation -1.0 at sample 1; the index needs activations that are never negative, factor-variance does not");
    }

    @Test
    void aSingleClassIsUndefined() {
        float[][] rows = {{0, 1}, {2, 1}, {0, 1}, {1, 2}};
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(Inputs.branches(1, 1), rows, new int[4]))
                .withMessage(
                        "all samples are of one class, 'class0'; at least 2 classes are needed");
    }

    private static PreparedMetric prepare(Assignment branches, float[][] rows, int[] labels) {
        return new ClassSelectivity()
                .prepare(
                        Inputs.ofActivations(branches, rows, labels),
                        new ClassSelectivityOptions(20));
    }

    private static double naive(float[][] rows, int[] labels, Halves halves, int unit) {
        double[][] sum = new double[2][3];
        double[][] count = new double[2][3];
        for (int n = 0; n < rows.length; n++) {
            sum[halves.halfOf(n)][labels[n]] += rows[n][unit];
            count[halves.halfOf(n)][labels[n]]++;
        }
        double index = 0;
        for (int half = 0; half < 2; half++) {
            int best = 0;
            for (int c : List.of(1, 2)) {
                best =
                        sum[half][c] / count[half][c] > sum[half][best] / count[half][best]
                                ? c
                                : best;
            }
            int other = 1 - half;
            double own = sum[other][best] / count[other][best];
            double rest = 0;
            for (int c = 0; c < 3; c++) {
                rest += c == best ? 0 : sum[other][c] / count[other][c] / 2;
            }
            index += (own - rest) / (own + rest) / 2;
        }
        return index;
    }
}
