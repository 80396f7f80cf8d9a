package dev.ramify.plugins.metrics.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.RowActivations;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupMomentsTests {

    @Test
    void omegaSquaredOfAHandComputedCase() {
        // Two groups {1, 2, 3} and {4, 5, 6}: SSB 13.5, SSW 4, MSW 1, SST 17.5; (13.5 - 1) / 18.5.
        float[][] rows = new float[12][1];
        int[] levels = new int[12];
        for (int i = 0; i < 12; i++) {
            rows[i][0] = 1 + i / 2;
            levels[i] = i < 6 ? 0 : 1;
        }
        // Each value stands twice; take the halves so that each has it once.
        Halves halves = halvesWithOneOfEachPair(rows, levels);
        GroupMoments moments = moments(rows, levels, halves);
        assertThat(moments.omegaSquared(0, 0, 0)).isCloseTo(12.5 / 18.5, within(1e-12));
        assertThat(moments.omegaSquared(1, 0, 0)).isCloseTo(12.5 / 18.5, within(1e-12));
    }

    @Test
    void agreesWithTheFormulaFarFromZero() {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] levels = random.ints(120, 0, 4).toArray();
            float[][] rows = new float[120][3];
            for (int sample = 0; sample < 120; sample++) {
                for (int unit = 0; unit < 3; unit++) {
                    rows[sample][unit] =
                            (float) (1000 + unit * levels[sample] + random.nextGaussian());
                }
            }
            MetricInput input =
                    Inputs.ofActivations(Inputs.branches(1, 2), rows, new int[0], levels);
            Halves halves = Halves.of(input.recording(), 120, input.seed());
            GroupMoments moments = moments(rows, levels, halves);
            for (int half = 0; half < 2; half++) {
                for (int unit = 0; unit < 3; unit++) {
                    assertThat(moments.omegaSquared(half, 0, unit))
                            .as("seed %d, half %d, unit %d", seed, half, unit)
                            .isCloseTo(naive(rows, levels, halves, half, unit), within(1e-9));
                }
            }
        }
    }

    @Test
    void aUnitThatDoesNotVaryHasNothingToExplain() {
        float[][] rows = new float[20][1];
        for (float[] row : rows) {
            row[0] = 0.1f;
        }
        int[] levels = IntStream.range(0, 20).map(i -> i % 2).toArray();
        MetricInput input = Inputs.ofActivations(Inputs.branches(1), rows, new int[0], levels);
        GroupMoments moments =
                moments(rows, levels, Halves.of(input.recording(), 20, input.seed()));
        assertThat(moments.omegaSquared(0, 0, 0)).isZero();
        assertThat(moments.variation(0)).isZero();
    }

    @Test
    void namesTheActivationThatIsNotANumber() {
        float[][] rows = new float[8][2];
        rows[5][1] = Float.NaN;
        int[] levels = {0, 1, 0, 1, 0, 1, 0, 1};
        MetricInput input = Inputs.ofActivations(Inputs.branches(1, 1), rows, new int[0], levels);
        Halves halves = Halves.of(input.recording(), 8, input.seed());
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> moments(rows, levels, halves))
                .withMessage("unit 1 has the activation NaN at sample 5");
    }

    @Test
    void halvesHaveEquallyManySamplesOfEveryCombination() {
        SplittableRandom random = new SplittableRandom(5);
        int[] labels = random.ints(400, 0, 3).toArray();
        int[] levels = random.ints(400, 0, 2).toArray();
        MetricInput input =
                Inputs.ofActivations(Inputs.branches(1), new float[400][1], labels, levels);
        Halves halves = Halves.of(input.recording(), 400, input.seed());
        for (int label = 0; label < 3; label++) {
            for (int level = 0; level < 2; level++) {
                int[] count = new int[2];
                for (int sample = 0; sample < 400; sample++) {
                    if (labels[sample] == label && levels[sample] == level) {
                        count[halves.halfOf(sample)]++;
                    }
                }
                assertThat(Math.abs(count[0] - count[1])).isLessThanOrEqualTo(1);
            }
        }
    }

    private static Halves halvesWithOneOfEachPair(float[][] rows, int[] levels) {
        // Stratifying by the value itself deals one of each pair to each half.
        int[] pairs = IntStream.range(0, 12).map(i -> i / 2).toArray();
        MetricInput input =
                Inputs.ofActivations(Inputs.branches(1), rows, new int[0], pairs, levels);
        return Halves.of(input.recording(), 12, input.seed());
    }

    private static GroupMoments moments(float[][] rows, int[] levels, Halves halves) {
        List<String> names = List.of("l0", "l1", "l2", "l3");
        return GroupMoments.of(
                new RowActivations(rows, rows[0].length),
                halves,
                List.of(new Grouping("factor", names, levels)));
    }

    private static double naive(float[][] rows, int[] levels, Halves halves, int half, int unit) {
        List<List<Double>> groups = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        for (int level = 0; level < 4; level++) {
            List<Double> group = new ArrayList<>();
            for (int sample = 0; sample < rows.length; sample++) {
                if (levels[sample] == level && halves.halfOf(sample) == half) {
                    group.add((double) rows[sample][unit]);
                }
            }
            groups.add(group);
            all.addAll(group);
        }
        double within = groups.stream().mapToDouble(GroupMomentsTests::squares).sum();
        double total = squares(all);
        double between = total - within;
        double mean = within / (all.size() - 4);
        return (between - 3 * mean) / (total + mean);
    }

    private static double squares(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
    }
}
