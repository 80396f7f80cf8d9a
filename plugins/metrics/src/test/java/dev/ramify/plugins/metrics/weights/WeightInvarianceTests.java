package dev.ramify.plugins.metrics.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must not matter to metrics of weights. */
class WeightInvarianceTests {

    private static final int UNITS = 18;
    private static final int INPUTS = 12;
    private static final int SEEDS = 8;

    static Stream<Named<Function<MetricInput, PreparedMetric>>> all() {
        return Stream.of(
                latent(Normalization.DEGREE),
                latent(Normalization.RAW),
                latent(Normalization.CENTRED),
                clusterability(true),
                clusterability(false),
                Named.of(
                        "weight-modularity",
                        input -> new WeightModularity().prepare(input, new ModularityOptions(""))));
    }

    private static Named<Function<MetricInput, PreparedMetric>> latent(Normalization how) {
        return Named.of(
                "latent-branches " + how,
                input -> new LatentBranches().prepare(input, new LatentOptions(how, 2, 2)));
    }

    private static Named<Function<MetricInput, PreparedMetric>> clusterability(boolean equal) {
        return Named.of(
                "clusterability " + equal,
                input -> new Clusterability().prepare(input, new ClusterabilityOptions(2, equal)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theOrderOfUnitsAndOfInputsDoesNotMatter(Function<MetricInput, PreparedMetric> metric) {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] weights = planted(random);
            int[] units = Inputs.shuffled(UNITS, random);
            int[] inputs = Inputs.shuffled(INPUTS, random);
            double[][] other = new double[UNITS][INPUTS];
            for (int o = 0; o < UNITS; o++) {
                for (int i = 0; i < INPUTS; i++) {
                    other[o][i] = weights[units[o]][inputs[i]];
                }
            }
            int[] below = IntStream.of(inputs).map(input -> 2 * input / INPUTS).toArray();
            assertSame(metric, weights, other, Assignment.of(List.of("b1", "b2"), below), seed);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theScaleAndTheSignsOfWeightsDoNotMatter(Function<MetricInput, PreparedMetric> metric) {
        for (long seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[][] weights = planted(random);
            double[][] other = new double[UNITS][INPUTS];
            for (int o = 0; o < UNITS; o++) {
                for (int i = 0; i < INPUTS; i++) {
                    other[o][i] = (random.nextBoolean() ? 8 : -8) * weights[o][i];
                }
            }
            assertSame(metric, weights, other, halves("b1", "b2"), seed);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void namesOfBranchesDoNotMatter(Function<MetricInput, PreparedMetric> metric) {
        for (long seed = 0; seed < SEEDS; seed++) {
            double[][] weights = planted(new SplittableRandom(seed));
            assertSame(metric, weights, weights, halves("x", "a"), seed);
        }
    }

    private static void assertSame(
            Function<MetricInput, PreparedMetric> metric,
            double[][] weights,
            double[][] other,
            Assignment otherBelow,
            long seed) {
        assertThat(values(metric, other, otherBelow))
                .as("seed %d", seed)
                .containsExactly(values(metric, weights, halves("b1", "b2")), within(1e-6));
    }

    private static double[] values(
            Function<MetricInput, PreparedMetric> metric, double[][] weights, Assignment below) {
        MetricInput input =
                Inputs.last(
                        Inputs.layer("conv1", below, new double[0][]),
                        Inputs.layer("conv2", Inputs.branches(UNITS), weights));
        return metric.apply(input).score(Inputs.branches(UNITS));
    }

    private static Assignment halves(String one, String other) {
        return Assignment.of(
                List.of(one, other),
                IntStream.range(0, INPUTS).map(input -> 2 * input / INPUTS).toArray());
    }

    /** Units lean towards one half of the inputs. */
    private static double[][] planted(SplittableRandom random) {
        double[][] weights = new double[UNITS][INPUTS];
        for (int o = 0; o < UNITS; o++) {
            for (int i = 0; i < INPUTS; i++) {
                double tie = o % 2 == 2 * i / INPUTS ? 3 : 1;
                weights[o][i] = tie * (1 + random.nextDouble());
            }
        }
        return weights;
    }
}
