package dev.ramify.plugins.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.random.Seed;
import dev.ramify.core.calibration.Condition;
import dev.ramify.core.calibration.Condition.Control;
import dev.ramify.core.calibration.Condition.Planted;
import dev.ramify.core.calibration.Scenario;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.plugins.metrics.family.BranchDivergence;
import dev.ramify.plugins.metrics.family.FamilyOptions;
import dev.ramify.plugins.metrics.family.FamilySource;
import dev.ramify.plugins.metrics.filter.FilterStatistics;
import dev.ramify.plugins.metrics.lesion.LesionMatrix;
import dev.ramify.plugins.metrics.lesion.LesionOptions;
import dev.ramify.plugins.metrics.probe.ProbeOptions;
import dev.ramify.plugins.metrics.probe.ProbeSelectivity;
import dev.ramify.plugins.metrics.probe.ProbeTargets;
import dev.ramify.plugins.metrics.routing.Routing;
import dev.ramify.plugins.metrics.routing.RoutingOptions;
import dev.ramify.plugins.metrics.selectivity.ClassSelectivity;
import dev.ramify.plugins.metrics.selectivity.ClassSelectivityOptions;
import dev.ramify.plugins.metrics.selectivity.FactorOptions;
import dev.ramify.plugins.metrics.selectivity.FactorVariance;
import dev.ramify.plugins.metrics.similarity.AgreementIndex;
import dev.ramify.plugins.metrics.similarity.Cka;
import dev.ramify.plugins.metrics.similarity.CkaOptions;
import dev.ramify.plugins.metrics.similarity.ClusterAgreement;
import dev.ramify.plugins.metrics.similarity.ClusterOptions;
import dev.ramify.plugins.metrics.similarity.Coherence;
import dev.ramify.plugins.metrics.similarity.CoherenceOptions;
import dev.ramify.plugins.metrics.similarity.Estimator;
import dev.ramify.plugins.metrics.weights.Clusterability;
import dev.ramify.plugins.metrics.weights.ClusterabilityOptions;
import dev.ramify.plugins.metrics.weights.LatentBranches;
import dev.ramify.plugins.metrics.weights.LatentOptions;
import dev.ramify.plugins.metrics.weights.ModularityOptions;
import dev.ramify.plugins.metrics.weights.Normalization;
import dev.ramify.plugins.metrics.weights.WeightModularity;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A small version of {@code ramify calibrate}: how often metrics cry wolf where units are dealt to
 * branches at random, and with noise that the units of a branch have in common (the decoy), and
 * whether they see a wolf. What fails is labelled descriptive.
 */
class CalibrationTests {

    private static final int CASES = 400;
    private static final int DRAWS = 39;

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
    private static final ConfiguredMetric<?> FILTERS =
            ConfiguredMetric.of(new FilterStatistics(), new NoOptions());
    private static final ConfiguredMetric<?> VARIANCE =
            ConfiguredMetric.of(new FactorVariance(), new FactorOptions(List.of()));
    private static final ConfiguredMetric<?> CKA =
            ConfiguredMetric.of(new Cka(), new CkaOptions(false, Estimator.UNBIASED));
    private static final ConfiguredMetric<?> COHERENCE =
            ConfiguredMetric.of(new Coherence(), new CoherenceOptions(false));
    private static final ConfiguredMetric<?> CLUSTERS =
            ConfiguredMetric.of(new ClusterAgreement(), new ClusterOptions(0, AgreementIndex.AMI));

    @Test
    void divergenceKeepsItsLevelAndSeesHalfOfTheUnitsFollowTheirBranch() {
        assertKeepsItsLevel(DIVERGENCE);
        assertSees(DIVERGENCE);
    }

    @Test
    void probesKeepTheirLevelAndSeeHalfOfTheUnitsFollowTheirBranch() {
        assertKeepsItsLevel(PROBE);
        assertSees(PROBE);
    }

    @Test
    void lesionsKeepTheirLevelAndSeeMostUnitsFollowTheirBranch() {
        assertKeepsItsLevel(LESION);
        assertSees(LESION);
    }

    @Test
    void routingKeepsItsLevelAndSeesGatesThatLeanTowardsAClass() {
        assertKeepsItsLevel(ROUTING);
        assertSees(ROUTING);
    }

    @Test
    void filterStatisticsKeepTheirLevelAndSeeColourAndFrequency() {
        assertKeepsItsLevel(FILTERS);
        assertSees(FILTERS);
    }

    @Test
    void descriptiveMetricsKeepTheirLevelWhereNothingIsPlanted() {
        for (ConfiguredMetric<?> metric :
                List.of(
                        VARIANCE,
                        CKA,
                        COHERENCE,
                        CLUSTERS,
                        ConfiguredMetric.of(new ClassSelectivity(), new ClassSelectivityOptions(3)),
                        ConfiguredMetric.of(new WeightModularity(), new ModularityOptions("")),
                        ConfiguredMetric.of(
                                new LatentBranches(),
                                new LatentOptions(Normalization.DEGREE, 2, 3)),
                        ConfiguredMetric.of(
                                new Clusterability(), new ClusterabilityOptions(2, true)))) {
            assertThat(rejections(metric, CASES, Condition.NOTHING_PLANTED))
                    .as(metric.name())
                    .isBetween(.02, .08);
        }
    }

    @Test
    void metricsThatTakeCommonNoiseForSpecializationAreDescriptive() {
        for (ConfiguredMetric<?> metric : List.of(VARIANCE, CKA, COHERENCE, CLUSTERS)) {
            assertThat(metric.metric().profile().kind())
                    .as(metric.name())
                    .isEqualTo(Kind.DESCRIPTIVE);
        }
        assertThat(rejections(CKA, 50, Control.DECOY)).isGreaterThan(.5);
        assertThat(rejections(COHERENCE, 50, Control.DECOY)).isGreaterThan(.5);
        assertThat(rejections(CLUSTERS, 50, Control.DECOY)).isGreaterThan(.5);
        for (ConfiguredMetric<?> metric : List.of(DIVERGENCE, PROBE, LESION, ROUTING, FILTERS)) {
            assertThat(metric.metric().profile().kind())
                    .as(metric.name())
                    .isEqualTo(Kind.INFERENTIAL);
        }
    }

    private static void assertKeepsItsLevel(ConfiguredMetric<?> metric) {
        assertThat(rejections(metric, CASES, Condition.NOTHING_PLANTED)).isBetween(.02, .08);
        assertThat(rejections(metric, CASES, Control.DECOY)).isLessThanOrEqualTo(.08);
    }

    private static void assertSees(ConfiguredMetric<?> metric) {
        assertThat(rejections(metric, 50, new Planted(scenario(metric).statedAlpha())))
                .isGreaterThan(.8);
    }

    private static Scenario scenario(ConfiguredMetric<?> metric) {
        return Scenario.fitting(metric.metric().profile()).orElseThrow();
    }

    private static double rejections(ConfiguredMetric<?> metric, int cases, Condition condition) {
        return LongStream.range(0, cases)
                        .parallel()
                        .filter(seed -> rejects(metric, condition, new Seed(seed)))
                        .count()
                / (double) cases;
    }

    private static boolean rejects(ConfiguredMetric<?> metric, Condition condition, Seed seed) {
        return new MetricEvaluator()
                        .evaluate(
                                metric,
                                scenario(metric).input(condition, seed),
                                BranchKinds.allAlike(),
                                DRAWS)
                        .measurements()
                        .stream()
                        .flatMap(each -> each.defined().stream())
                        .map(Defined::pAdjusted)
                        .anyMatch(p -> p != null && p <= .05);
    }
}
