package dev.ramify.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.plugins.metrics.family.BranchDivergence;
import dev.ramify.plugins.metrics.family.FamilyOptions;
import dev.ramify.plugins.metrics.family.FamilySource;
import dev.ramify.plugins.metrics.lesion.LesionMatrix;
import dev.ramify.plugins.metrics.lesion.LesionOptions;
import dev.ramify.plugins.metrics.probe.ProbeOptions;
import dev.ramify.plugins.metrics.probe.ProbeSelectivity;
import dev.ramify.plugins.metrics.probe.ProbeTargets;
import dev.ramify.plugins.metrics.routing.Routing;
import dev.ramify.plugins.metrics.routing.RoutingOptions;
import dev.ramify.plugins.metrics.selectivity.FactorOptions;
import dev.ramify.plugins.metrics.selectivity.FactorVariance;
import dev.ramify.plugins.metrics.similarity.Cka;
import dev.ramify.plugins.metrics.similarity.CkaOptions;
import dev.ramify.plugins.metrics.similarity.ClusterAgreement;
import dev.ramify.plugins.metrics.similarity.ClusterOptions;
import dev.ramify.plugins.metrics.similarity.Coherence;
import dev.ramify.plugins.metrics.similarity.CoherenceOptions;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How often metrics cry wolf where units are dealt to branches at random, and with noise that the
 * units of a branch have in common (the decoy), and whether they see a wolf. What fails is labelled
 * descriptive.
 *
 * <p>Run with {@code -Dramify.slow=true} to print the whole table (two minutes).
 */
class CalibrationTests {

    private static final int CASES = 400;

    private static final ConfiguredMetric<?> DIVERGENCE =
            ConfiguredMetric.of(
                    new BranchDivergence(),
                    new FamilyOptions(FamilySource.PREFERRED_FACTOR, List.of(), .01, null));
    private static final ConfiguredMetric<?> PROBE =
            ConfiguredMetric.of(
                    new ProbeSelectivity(),
                    new ProbeOptions(ProbeTargets.FACTORS, List.of(), 2, .01));
    private static final ConfiguredMetric<?> LESION =
            ConfiguredMetric.of(new LesionMatrix(), new LesionOptions(Replacement.MEAN, false));
    private static final ConfiguredMetric<?> ROUTING =
            ConfiguredMetric.of(new Routing(), new RoutingOptions(""));
    private static final ConfiguredMetric<?> VARIANCE =
            ConfiguredMetric.of(new FactorVariance(), new FactorOptions(List.of()));
    private static final ConfiguredMetric<?> CKA =
            ConfiguredMetric.of(new Cka(), new CkaOptions(false));
    private static final ConfiguredMetric<?> COHERENCE =
            ConfiguredMetric.of(new Coherence(), new CoherenceOptions(false));
    private static final ConfiguredMetric<?> CLUSTERS =
            ConfiguredMetric.of(new ClusterAgreement(), new ClusterOptions(0));

    @Test
    void divergenceKeepsItsLevelAndSeesHalfOfTheUnitsFollowTheirBranch() {
        assertThat(rejections(DIVERGENCE, CASES, units(0, 0))).isBetween(.02, .08);
        assertThat(rejections(DIVERGENCE, CASES, units(0, 1))).isLessThanOrEqualTo(.08);
        assertThat(rejections(DIVERGENCE, 50, units(.5, 0))).isGreaterThan(.8);
    }

    @Test
    void probesKeepTheirLevelAndSeeHalfOfTheUnitsFollowTheirBranch() {
        assertThat(rejections(PROBE, CASES, units(0, 0))).isBetween(.02, .08);
        assertThat(rejections(PROBE, CASES, units(0, 1))).isLessThanOrEqualTo(.08);
        assertThat(rejections(PROBE, 50, units(.5, 0))).isGreaterThan(.8);
    }

    @Test
    void lesionsKeepTheirLevelAndSeeMostUnitsFollowTheirBranch() {
        assertThat(rejections(LESION, CASES, network(0, 0))).isBetween(.02, .08);
        assertThat(rejections(LESION, CASES, network(0, 1))).isLessThanOrEqualTo(.08);
        assertThat(rejections(LESION, 50, network(.8, 0))).isGreaterThan(.8);
    }

    @Test
    void routingKeepsItsLevelAndSeesGatesThatLeanTowardsAClass() {
        assertThat(rejections(ROUTING, CASES, gates(0))).isBetween(.02, .08);
        assertThat(rejections(ROUTING, 50, gates(.5))).isGreaterThan(.8);
    }

    @Test
    void metricsThatTakeCommonNoiseForSpecializationAreDescriptive() {
        for (ConfiguredMetric<?> metric : List.of(VARIANCE, CKA, COHERENCE, CLUSTERS)) {
            assertThat(metric.metric().profile().kind())
                    .as(metric.name())
                    .isEqualTo(Kind.DESCRIPTIVE);
        }
        assertThat(rejections(CKA, 50, units(0, 1))).isGreaterThan(.5);
        assertThat(rejections(COHERENCE, 50, units(0, 1))).isGreaterThan(.5);
        assertThat(rejections(CLUSTERS, 50, units(0, 1))).isGreaterThan(.5);
        for (ConfiguredMetric<?> metric : List.of(DIVERGENCE, PROBE, LESION, ROUTING)) {
            assertThat(metric.metric().profile().kind())
                    .as(metric.name())
                    .isEqualTo(Kind.INFERENTIAL);
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "ramify.slow", matches = "true")
    void theWholeTableIsPrintedOnDemand() {
        for (ConfiguredMetric<?> metric :
                List.of(DIVERGENCE, PROBE, VARIANCE, CKA, COHERENCE, CLUSTERS, LESION)) {
            StringBuilder row = new StringBuilder("%-20s".formatted(metric.name()));
            for (double alpha : new double[] {0, .1, .2, .3, .5, .8}) {
                double found = rejections(metric, CASES, planted(metric, alpha, 0));
                row.append("  alpha %.1f: %.3f".formatted(alpha, found));
            }
            double decoy = rejections(metric, CASES, planted(metric, 0, 1));
            System.out.println(row.append("  decoy: %.3f".formatted(decoy)));
            assertThat(rejections(metric, CASES, planted(metric, 0, 0))).isBetween(.02, .08);
        }
    }

    private static LongFunction<MetricInput> planted(
            ConfiguredMetric<?> metric, double alpha, double shared) {
        return metric.equals(LESION) ? network(alpha, shared) : units(alpha, shared);
    }

    private static LongFunction<MetricInput> units(double alpha, double shared) {
        return seed -> PlantedUnits.input(alpha, shared, seed);
    }

    private static LongFunction<MetricInput> network(double alpha, double shared) {
        return seed -> PlantedNetwork.input(alpha, shared, seed);
    }

    /** Gates that lean towards the branch of a sample's class with a weight. */
    private static LongFunction<MetricInput> gates(double weight) {
        return seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            int[] labels = random.ints(100, 0, 3).toArray();
            float[][] gates = new float[100][3];
            for (int n = 0; n < 100; n++) {
                for (int b = 0; b < 3; b++) {
                    gates[n][b] = (float) (random.nextDouble() + (labels[n] == b ? weight : 0));
                }
            }
            MetricInput input =
                    Inputs.ofActivations(Inputs.branches(1, 1, 1), new float[100][3], labels);
            return Inputs.withSeed(Inputs.withGates(input, gates), seed);
        };
    }

    private static double rejections(
            ConfiguredMetric<?> metric, int cases, LongFunction<MetricInput> input) {
        return LongStream.range(0, cases)
                        .parallel()
                        .filter(seed -> rejects(metric, input.apply(seed)))
                        .count()
                / (double) cases;
    }

    private static boolean rejects(ConfiguredMetric<?> metric, MetricInput input) {
        return new MetricEvaluator()
                .evaluate(metric, input, BranchKinds.allAlike(), 39).measurements().stream()
                        .flatMap(each -> each.defined().stream())
                        .map(Defined::pAdjusted)
                        .anyMatch(p -> p != null && p <= .05);
    }
}
