package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.SpecializationMetric;
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

    @Test
    void informationKeepsItsLevelWhereFamiliesAreSpreadAtRandom() {
        assertThat(rejections(new FamilyInformation(), Condition.NOTHING_PLANTED))
                .isBetween(0.02, 0.08);
    }

    @Test
    void correctedConcentrationKeepsItsLevelWhereFamiliesAreSpreadAtRandom() {
        assertThat(rejections(new FamilyConcentration(), Condition.NOTHING_PLANTED))
                .isBetween(0.02, 0.08);
    }

    @Test
    void noiseCommonToABranchIsNotTakenForSpecialization() {
        assertThat(rejections(new FamilyInformation(), Control.DECOY)).isLessThanOrEqualTo(0.08);
    }

    @Test
    void informationSeesHalfOfTheUnitsFollowTheirBranch() {
        assertThat(rejections(new FamilyInformation(), new Planted(.5))).isGreaterThan(0.95);
    }

    private static double rejections(
            SpecializationMetric<FamilyOptions> metric, Condition condition) {
        return LongStream.range(0, CASES).filter(seed -> rejects(metric, condition, seed)).count()
                / (double) CASES;
    }

    private static boolean rejects(
            SpecializationMetric<FamilyOptions> metric, Condition condition, long seed) {
        return new MetricEvaluator()
                        .evaluate(
                                ConfiguredMetric.of(
                                        metric,
                                        FamilyOptions.preferring(FamilySource.PREFERRED_FACTOR)),
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
