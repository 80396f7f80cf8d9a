package dev.ramify.plugins.metrics.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must not matter to a router. */
class RoutingInvarianceTests {

    private static final int SAMPLES = 50;
    private static final int BRANCHES = 3;
    private static final int SEEDS = 8;

    @Test
    void theOrderOfSamplesDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            float[][] gates = gates(seed);
            int[] labels = labels(seed);
            int[] order = Inputs.shuffled(SAMPLES, new SplittableRandom(seed + 77));
            assertSame(
                    values(
                            Inputs.branches(2, 3, 1),
                            IntStream.of(order).mapToObj(n -> gates[n]).toArray(float[][]::new),
                            IntStream.of(order).map(n -> labels[n]).toArray()),
                    seed);
        }
    }

    @Test
    void theOrderOfUnitsAndOfBranchesDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed + 77);
            int[] order = Inputs.shuffled(BRANCHES, random);
            float[][] gates = gates(seed);
            float[][] other = new float[SAMPLES][BRANCHES];
            for (int n = 0; n < SAMPLES; n++) {
                for (int b = 0; b < BRANCHES; b++) {
                    other[n][b] = gates[n][order[b]];
                }
            }
            Assignment units = Inputs.branches(3, 1, 2).permuted(random);
            assertSame(values(units, other, labels(seed)), seed);
        }
    }

    @Test
    void namesOfBranchesDoNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Assignment renamed =
                    Assignment.of(List.of("z", "y", "a"), new int[] {0, 0, 1, 1, 1, 2});
            assertSame(values(renamed, gates(seed), labels(seed)), seed);
        }
    }

    /** Gates are shares: every sample counts the same. */
    @Test
    void theScaleOfTheGatesOfASampleDoesNotMatter() {
        for (long seed = 0; seed < SEEDS; seed++) {
            float[][] gates = gates(seed);
            for (int n = 0; n < SAMPLES; n++) {
                for (int b = 0; b < BRANCHES; b++) {
                    gates[n][b] *= 1 << n % 5;
                }
            }
            assertSame(values(Inputs.branches(2, 3, 1), gates, labels(seed)), seed);
        }
    }

    private static void assertSame(double[] found, long seed) {
        double[] expected = values(Inputs.branches(2, 3, 1), gates(seed), labels(seed));
        assertThat(found).as("seed %d", seed).hasSize(7).containsExactly(expected, within(1e-12));
    }

    /** The value, its ceiling and what is described beside it. */
    private static double[] values(Assignment branches, float[][] gates, int[] labels) {
        MetricInput input =
                Inputs.ofActivations(branches, new float[SAMPLES][branches.units()], labels);
        PreparedMetric metric =
                new Routing().prepare(Inputs.withGates(input, gates), new RoutingOptions(""));
        return DoubleStream.concat(
                        DoubleStream.concat(
                                Arrays.stream(metric.score(branches)),
                                Arrays.stream(metric.ceiling(branches))),
                        metric.descriptions().stream().mapToDouble(Description::value))
                .toArray();
    }

    private static int[] labels(long seed) {
        return new SplittableRandom(seed).ints(SAMPLES, 0, BRANCHES).toArray();
    }

    /** Gates that lean towards the class. */
    private static float[][] gates(long seed) {
        SplittableRandom random = new SplittableRandom(seed + 1000);
        int[] labels = labels(seed);
        float[][] gates = new float[SAMPLES][BRANCHES];
        for (int n = 0; n < SAMPLES; n++) {
            for (int b = 0; b < BRANCHES; b++) {
                gates[n][b] = (float) (random.nextDouble() + (labels[n] == b ? b : 0));
            }
        }
        return gates;
    }
}
