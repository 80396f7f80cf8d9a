package dev.ramify.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.NullBudget;
import dev.ramify.plugins.metrics.family.BranchDivergence;
import dev.ramify.plugins.metrics.family.FamilyConcentration;
import dev.ramify.plugins.metrics.family.FamilyInformation;
import dev.ramify.plugins.metrics.family.FamilyOptions;
import dev.ramify.plugins.metrics.family.FamilySource;
import dev.ramify.plugins.metrics.probe.ProbeOptions;
import dev.ramify.plugins.metrics.probe.ProbeSelectivity;
import dev.ramify.plugins.metrics.probe.ProbeTargets;
import dev.ramify.plugins.metrics.routing.Routing;
import dev.ramify.plugins.metrics.routing.RoutingOptions;
import dev.ramify.plugins.metrics.selectivity.ClassSelectivity;
import dev.ramify.plugins.metrics.selectivity.ClassSelectivityOptions;
import dev.ramify.plugins.metrics.selectivity.FactorOptions;
import dev.ramify.plugins.metrics.selectivity.FactorVariance;
import dev.ramify.plugins.metrics.similarity.Cka;
import dev.ramify.plugins.metrics.similarity.CkaOptions;
import dev.ramify.plugins.metrics.similarity.ClusterAgreement;
import dev.ramify.plugins.metrics.similarity.ClusterOptions;
import dev.ramify.plugins.metrics.similarity.Coherence;
import dev.ramify.plugins.metrics.similarity.CoherenceOptions;
import dev.ramify.plugins.metrics.weights.Clusterability;
import dev.ramify.plugins.metrics.weights.ClusterabilityOptions;
import dev.ramify.plugins.metrics.weights.LatentBranches;
import dev.ramify.plugins.metrics.weights.LatentOptions;
import dev.ramify.plugins.metrics.weights.Normalization;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.nd4j.linalg.factory.Nd4j;

/** How long metrics take; run with {@code -Dramify.slow=true} on a quiet machine. */
@EnabledIfSystemProperty(named = "ramify.slow", matches = "true")
class SpeedTests {

    private static final FamilyOptions FAMILIES =
            new FamilyOptions(FamilySource.PREFERRED_FACTOR, List.of(), .01, null);

    @Test
    void tenThousandPermutationsOfFamilyInformationForManyUnitsTakeASecond()
            throws InterruptedException, ExecutionException {
        MetricInput input = input(500, 2_048);
        ConfiguredMetric<?> metric = ConfiguredMetric.of(new FamilyInformation(), FAMILIES);
        // The least number of draws shows what finding the families takes.
        seconds(1, metric, input, 9_999);
        double families = seconds(1, metric, input, 1);
        assertThat(seconds(1, metric, input, 10_000) - families).isLessThan(1);
    }

    @Test
    void tenThousandPermutationsOfCoherenceTakeFiveSeconds()
            throws InterruptedException, ExecutionException {
        MetricInput input = input(500, 512);
        var plain = ConfiguredMetric.of(new Coherence(), new CoherenceOptions(false));
        var partial = ConfiguredMetric.of(new Coherence(), new CoherenceOptions(true));
        assertThat(seconds(1, plain, input, 10_000)).isLessThan(5);
        assertThat(seconds(1, partial, input, 10_000)).isLessThan(15);
    }

    @Test
    void allMetricsOfALayerTakeHalfAMinute() throws InterruptedException, ExecutionException {
        MetricInput input = input(10_000, 256);
        double total = 0;
        for (ConfiguredMetric<?> metric :
                List.of(
                        ConfiguredMetric.of(new FamilyInformation(), FAMILIES),
                        ConfiguredMetric.of(new FamilyConcentration(), FAMILIES),
                        ConfiguredMetric.of(new BranchDivergence(), FAMILIES),
                        ConfiguredMetric.of(new FactorVariance(), new FactorOptions(List.of())),
                        ConfiguredMetric.of(
                                new ClassSelectivity(), new ClassSelectivityOptions(10)),
                        ConfiguredMetric.of(
                                new ProbeSelectivity(),
                                new ProbeOptions(ProbeTargets.FACTORS, List.of(), 5, .01)),
                        ConfiguredMetric.of(new Cka(), new CkaOptions(true)),
                        ConfiguredMetric.of(new Coherence(), new CoherenceOptions(false)),
                        ConfiguredMetric.of(new ClusterAgreement(), new ClusterOptions(0)),
                        ConfiguredMetric.of(new Routing(), new RoutingOptions("")))) {
            total += seconds(2, metric, input, 1_000);
        }
        MetricInput unbranched = unbranched(256, 128);
        total +=
                seconds(
                        2,
                        ConfiguredMetric.of(
                                new LatentBranches(),
                                new LatentOptions(Normalization.DEGREE, 2, 3)),
                        unbranched,
                        1_000);
        total +=
                seconds(
                        2,
                        ConfiguredMetric.of(
                                new Clusterability(), new ClusterabilityOptions(4, true)),
                        unbranched,
                        1_000);
        System.out.printf("all: %.1f s%n", total);
        assertThat(total).isLessThan(30);
    }

    private static double seconds(
            int threads, ConfiguredMetric<?> metric, MetricInput input, int draws)
            throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            long start = System.nanoTime();
            var measurements =
                    pool.submit(
                                    () ->
                                            new MetricEvaluator()
                                                    .evaluate(
                                                            metric,
                                                            input,
                                                            BranchKinds.allAlike(),
                                                            NullBudget.of(draws).regardlessOfCost())
                                                    .measurements())
                            .get();
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(measurements.get(0).defined()).as(metric.name()).isPresent();
            System.out.printf("%s: %,d draws in %.2f s%n", metric.name(), draws, seconds);
            return seconds;
        } finally {
            pool.shutdown();
        }
    }

    /** Four branches, classes, four factors, gates, activations that are never negative. */
    private static MetricInput input(int samples, int units) {
        SplittableRandom random = new SplittableRandom(1);
        Assignment branches =
                Inputs.branches(units / 4, units / 4, units / 4, units - 3 * (units / 4));
        int[] labels = random.ints(samples, 0, 10).toArray();
        int[][] levels = new int[4][];
        for (int f = 0; f < 4; f++) {
            levels[f] = random.ints(samples, 0, 2).toArray();
        }
        float[][] rows = Inputs.noise(samples, units, random);
        float[][] gates = new float[samples][4];
        for (int n = 0; n < samples; n++) {
            for (int unit = 0; unit < units; unit++) {
                rows[n][unit] = Math.abs(rows[n][unit]) + levels[unit % 4][n];
            }
            for (int b = 0; b < 4; b++) {
                gates[n][b] = (float) random.nextDouble();
            }
        }
        return Inputs.withGates(Inputs.ofActivations(branches, rows, labels, levels), gates);
    }

    private static MetricInput unbranched(int units, int inputs) {
        var layer = Inputs.layer("conv2", Inputs.branches(units), new double[0][]);
        return Inputs.last(layer.withWeights(Nd4j.rand(units, inputs, 3, 3)));
    }
}
