package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.random.Seed;
import dev.ramify.core.calibration.Condition;
import dev.ramify.core.calibration.Condition.Control;
import dev.ramify.core.calibration.Condition.Planted;
import dev.ramify.core.calibration.Scenario;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How often the family metrics cry wolf, and whether they see a wolf. */
class FalsePositiveTests {

    private static final int CASES = 500;
    private static final int PERMUTATIONS = 199;

    private static final FamilyOptions FAMILIES =
            FamilyOptions.preferring(FamilySource.PREFERRED_FACTOR);
    private static final ConfiguredMetric<?> INFORMATION =
            ConfiguredMetric.of(
                    new FamilyInformation(),
                    InformationOptions.of(FAMILIES, AssociationIndex.INFORMATION));
    private static final ConfiguredMetric<?> CONCENTRATION =
            ConfiguredMetric.of(
                    new FamilyConcentration(), ConcentrationOptions.of(FAMILIES, false));

    @Test
    void informationKeepsItsLevelWhereFamiliesAreSpreadAtRandom() {
        assertThat(rejections(INFORMATION, Condition.NOTHING_PLANTED)).isBetween(0.02, 0.08);
    }

    @Test
    void correctedConcentrationKeepsItsLevelWhereFamiliesAreSpreadAtRandom() {
        assertThat(rejections(CONCENTRATION, Condition.NOTHING_PLANTED)).isBetween(0.02, 0.08);
    }

    @Test
    void noiseCommonToABranchIsNotTakenForSpecialization() {
        assertThat(rejections(INFORMATION, Control.DECOY)).isLessThanOrEqualTo(0.08);
    }

    @Test
    void informationSeesHalfOfTheUnitsFollowTheirBranch() {
        assertThat(rejections(INFORMATION, new Planted(.5))).isGreaterThan(0.95);
    }

    private static double rejections(ConfiguredMetric<?> metric, Condition condition) {
        return LongStream.range(0, CASES).filter(seed -> rejects(metric, condition, seed)).count()
                / (double) CASES;
    }

    private static boolean rejects(ConfiguredMetric<?> metric, Condition condition, long seed) {
        return new MetricEvaluator()
                        .evaluate(
                                metric,
                                Scenario.UNITS.input(condition, new Seed(seed)),
                                BranchKinds.allAlike(),
                                PERMUTATIONS)
                        .measurements()
                        .stream()
                        .map(Measurement::defined)
                        .flatMap(java.util.Optional::stream)
                        .map(Defined::pAdjusted)
                        .anyMatch(p -> p != null && p <= 0.05);
    }
}
