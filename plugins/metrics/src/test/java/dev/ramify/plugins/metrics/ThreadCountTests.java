package dev.ramify.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.StudyInput.Network;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.random.Seed;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.ConfiguredStudyMetric;
import dev.ramify.core.statistics.Evaluation;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.NullBudget;
import dev.ramify.core.statistics.NullDraws;
import dev.ramify.core.statistics.SeedSummaries;
import dev.ramify.core.statistics.StudyEvaluator;
import dev.ramify.plugins.metrics.consistency.Consistency;
import dev.ramify.plugins.metrics.consistency.ConsistencyOptions;
import dev.ramify.plugins.metrics.consistency.ConsistencyOptions.Basis;
import dev.ramify.plugins.metrics.filter.FilterStatistics;
import dev.ramify.plugins.metrics.lesion.LesionMatrix;
import dev.ramify.plugins.metrics.lesion.LesionOptions;
import dev.ramify.plugins.metrics.routing.Routing;
import dev.ramify.plugins.metrics.routing.RoutingOptions;
import dev.ramify.plugins.metrics.similarity.Cka;
import dev.ramify.plugins.metrics.similarity.CkaOptions;
import dev.ramify.plugins.metrics.similarity.Estimator;
import dev.ramify.plugins.metrics.weights.Clusterability;
import dev.ramify.plugins.metrics.weights.ClusterabilityOptions;
import dev.ramify.plugins.metrics.weights.LatentBranches;
import dev.ramify.plugins.metrics.weights.LatentOptions;
import dev.ramify.plugins.metrics.weights.ModularityOptions;
import dev.ramify.plugins.metrics.weights.Normalization;
import dev.ramify.plugins.metrics.weights.WeightModularity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values, p, draws of the null and intervals are the same, bit for bit, on one to three threads.
 */
class ThreadCountTests {

    private static final int UNITS = 18;
    private static final int INPUTS = 12;
    private static final int DRAWS = 39;

    static Stream<Arguments> metrics() {
        LongFunction<MetricInput> activations = InvarianceTests::input;
        LongFunction<MetricInput> weights = ThreadCountTests::weights;
        return Stream.concat(
                InvarianceTests.all().map(each -> Arguments.of(each, activations)),
                Stream.concat(
                        Arrays.stream(Normalization.values())
                                .map(
                                        each ->
                                                arguments(
                                                        ConfiguredMetric.of(
                                                                new LatentBranches(),
                                                                new LatentOptions(each, 2, 2)),
                                                        weights)),
                        Stream.of(
                                arguments(
                                        ConfiguredMetric.of(
                                                new Clusterability(),
                                                new ClusterabilityOptions(2, true)),
                                        weights),
                                arguments(
                                        ConfiguredMetric.of(
                                                new WeightModularity(), new ModularityOptions("")),
                                        weights),
                                arguments(
                                        ConfiguredMetric.of(
                                                new FilterStatistics(), new NoOptions()),
                                        ThreadCountTests::filters),
                                arguments(
                                        ConfiguredMetric.of(new Routing(), new RoutingOptions("")),
                                        ThreadCountTests::gates),
                                arguments(
                                        ConfiguredMetric.of(
                                                new LesionMatrix(),
                                                new LesionOptions(Replacement.MEAN, true)),
                                        ThreadCountTests::lesions),
                                arguments(
                                        ConfiguredMetric.of(
                                                new Cka(),
                                                new CkaOptions(true, Estimator.UNBIASED)),
                                        ThreadCountTests::manySamples))));
    }

    private static Arguments arguments(
            ConfiguredMetric<?> metric, LongFunction<MetricInput> input) {
        return Arguments.of(metric, input);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void metricsOfOneNetworkDoNotDependOnThreads(
            ConfiguredMetric<?> metric, LongFunction<MetricInput> input) throws Exception {
        MetricInput one = input.apply(1);
        MetricInput other = Inputs.withSeed(input.apply(2), 2);
        assertSameOnAnyThreads(() -> Outcome.of(metric, one, other));
    }

    @Test
    void likenessOfNetworksDoesNotDependOnThreads() throws Exception {
        List<Network> networks = new ArrayList<>();
        for (long seed = 0; seed < 3; seed++) {
            networks.add(new Network("a", "made", seed, InvarianceTests.input(seed)));
        }
        assertSameOnAnyThreads(
                () ->
                        new StudyEvaluator()
                                .evaluate(
                                        ConfiguredStudyMetric.of(
                                                new Consistency(),
                                                new ConsistencyOptions(Basis.CLASSES, List.of())),
                                        new StudyInput("conv1", networks, new Seed(3)),
                                        NullBudget.of(DRAWS)));
    }

    private static void assertSameOnAnyThreads(Callable<?> work)
            throws InterruptedException, ExecutionException {
        Object alone = onThreads(1, work);
        for (int threads : new int[] {2, 3}) {
            assertThat(onThreads(threads, work)).as("%d threads", threads).isEqualTo(alone);
        }
    }

    private static Object onThreads(int threads, Callable<?> work)
            throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }

    /** All that is told of two networks, and of both together. */
    private record Outcome(
            List<Measurement> measurements,
            List<UnitColumn> columns,
            List<List<Double>> draws,
            List<Summary> summaries) {

        static Outcome of(ConfiguredMetric<?> metric, MetricInput one, MetricInput other) {
            List<Measurement> measurements = new ArrayList<>();
            List<UnitColumn> columns = new ArrayList<>();
            List<List<Double>> draws = new ArrayList<>();
            List<List<NullDraws>> nulls = new ArrayList<>();
            for (MetricInput input : List.of(one, other)) {
                Evaluation evaluation =
                        new MetricEvaluator()
                                .evaluate(metric, input, BranchKinds.allAlike(), DRAWS);
                measurements.addAll(evaluation.measurements());
                columns.addAll(evaluation.unitColumns());
                nulls.add(evaluation.nulls());
                evaluation.nulls().stream()
                        .map(each -> Arrays.stream(each.draws()).boxed().toList())
                        .forEach(draws::add);
            }
            assertThat(measurements.get(0).defined()).isPresent();
            return new Outcome(
                    measurements,
                    columns,
                    draws,
                    new SeedSummaries().summarize(nulls, List.of(), new Seed(1)));
        }
    }

    /** An unbranched layer over two branches. */
    private static MetricInput weights(long seed) {
        double[][] weights = new double[UNITS][];
        SplittableRandom random = new SplittableRandom(seed);
        Arrays.setAll(weights, o -> random.doubles(INPUTS, -1, 1).toArray());
        return Inputs.last(
                Inputs.layer("conv1", Inputs.branches(6, 6), new double[0][]),
                Inputs.layer("conv2", Inputs.branches(UNITS), weights));
    }

    private static MetricInput filters(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][][] filters = new double[UNITS][3][];
        for (double[][] filter : filters) {
            Arrays.setAll(filter, channel -> random.doubles(25, -1, 1).toArray());
        }
        return Inputs.ofFilters(Inputs.branches(6, 7, 5), filters, 1, 1, 1);
    }

    private static MetricInput gates(long seed) {
        float[][] gates = Inputs.noise(60, 3, new SplittableRandom(seed));
        for (float[] row : gates) {
            for (int b = 0; b < 3; b++) {
                row[b] = Math.abs(row[b]);
            }
        }
        int[] labels = new SplittableRandom(seed).ints(60, 0, 3).toArray();
        return Inputs.withGates(
                Inputs.ofActivations(Inputs.branches(1, 1, 1), new float[60][3], labels), gates);
    }

    private static MetricInput lesions(long seed) {
        LinearNetwork network = LinearNetwork.random(60, UNITS, 3, seed);
        return Inputs.withLesions(
                Inputs.ofActivations(Inputs.branches(5, 6, 7), network.rows(), network.labels()),
                network);
    }

    /** Two layers of more samples than are read at a time. */
    private static MetricInput manySamples(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Inputs.measuring(
                0,
                Inputs.layer("conv1", Inputs.branches(10, 14), Inputs.noise(6_000, 24, random)),
                Inputs.layer("conv2", Inputs.branches(9, 9), Inputs.noise(6_000, 18, random)),
                Inputs.layer("fc1", Inputs.branches(350, 450), Inputs.noise(6_000, 800, random)));
    }
}
