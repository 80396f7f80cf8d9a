package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.plugins.metrics.PlantedUnits;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How often the family metrics cry wolf, and whether they see a wolf. */
class FalsePositiveTests {

    private static final int CASES = 500;
    private static final int PERMUTATIONS = 199;

    @Test
    void informationKeepsItsLevelWhereFamiliesAreSpreadAtRandom() {
        assertThat(rejections(new FamilyInformation(), 0, 0)).isBetween(0.02, 0.08);
    }

    @Test
    void correctedConcentrationKeepsItsLevelWhereFamiliesAreSpreadAtRandom() {
        assertThat(rejections(new FamilyConcentration(), 0, 0)).isBetween(0.02, 0.08);
    }

    @Test
    void noiseCommonToABranchIsNotTakenForSpecialization() {
        assertThat(rejections(new FamilyInformation(), 0, 1)).isLessThanOrEqualTo(0.08);
    }

    @Test
    void informationSeesHalfOfTheUnitsFollowTheirBranch() {
        assertThat(rejections(new FamilyInformation(), 0.5, 0)).isGreaterThan(0.95);
    }

    private static double rejections(
            SpecializationMetric<FamilyOptions> metric, double alpha, double shared) {
        return LongStream.range(0, CASES)
                        .filter(seed -> rejects(metric, alpha, shared, seed))
                        .count()
                / (double) CASES;
    }

    private static boolean rejects(
            SpecializationMetric<FamilyOptions> metric, double alpha, double shared, long seed) {
        return new MetricEvaluator()
                        .evaluate(
                                ConfiguredMetric.of(
                                        metric,
                                        FamilyOptions.preferring(FamilySource.PREFERRED_FACTOR)),
                                PlantedUnits.input(alpha, shared, seed),
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
