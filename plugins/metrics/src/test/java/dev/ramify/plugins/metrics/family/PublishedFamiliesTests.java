package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.Evaluation;
import dev.ramify.core.statistics.MetricEvaluator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reproduces what the published families of InceptionV1 give. */
class PublishedFamiliesTests {

    private static final int SHUFFLES = 20_000;
    private static final int MANY_SHUFFLES = 200_000;

    private final MetricEvaluator evaluator = new MetricEvaluator();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "MIXED3A, 18, 0.6282, 0.1625, 0.0282, 16.5, 0.293",
        "MIXED3B, 34, 0.7252, 0.1696, 0.0204, 27.2, 0.323"
    })
    void informationOfAWholeLayerIsAsPublished(
            InceptionCounts layer,
            int families,
            double bits,
            double nullMean,
            double nullSd,
            double z,
            double effect)
            throws IOException {
        FamilyOptions options = layer.write(folder);
        Evaluation evaluation =
                evaluator.evaluate(
                        ConfiguredMetric.of(
                                new FamilyInformation(),
                                InformationOptions.of(options, AssociationIndex.INFORMATION)),
                        layer.input(),
                        BranchKinds.allAlike(),
                        SHUFFLES);
        Defined value = evaluation.measurements().get(0).defined().orElseThrow();
        assertThat(value.phrase()).endsWith("units in " + families + " families");
        assertThat(value.value()).isCloseTo(bits, within(5e-5));
        // Four standard errors of 20,000 shuffles, and the rounding of what is printed.
        assertThat(chanceOf(value).mean()).isCloseTo(nullMean, within(4 * nullSd / 141 + 5e-5));
        assertThat(chanceOf(value).sd()).isCloseTo(nullSd, within(4 * nullSd / 200 + 5e-5));
        assertThat(value.z()).isCloseTo(z, within(0.4));
        assertThat(value.effect()).isCloseTo(effect, within(1.5e-3));
        assertThat(value.p()).isEqualTo(1.0 / (SHUFFLES + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "MIXED3A, ADJUSTED_RAND, .021, 2.1",
        "MIXED3B, ADJUSTED_RAND, .066, 16.9",
        "MIXED3A, CRAMERS_V, .496,",
        "MIXED3B, CRAMERS_V, .522,"
    })
    void otherIndicesOfAWholeLayerAreAsPublished(
            InceptionCounts layer, AssociationIndex index, double expected, Double z)
            throws IOException {
        Defined value =
                evaluator
                        .evaluate(
                                ConfiguredMetric.of(
                                        new FamilyInformation(),
                                        InformationOptions.of(layer.write(folder), index)),
                                layer.input(),
                                BranchKinds.allAlike(),
                                MANY_SHUFFLES)
                        .measurements()
                        .get(0)
                        .defined()
                        .orElseThrow();
        assertThat(value.value()).isCloseTo(expected, within(5e-4));
        if (z != null) {
            // Half of the last digit printed, and four standard errors of mean and deviation.
            double error = Math.sqrt((1 + z * z / 2) / MANY_SHUFFLES);
            assertThat(value.z()).isCloseTo(z, within(.05 + 4 * error));
        }
    }

    @Test
    void nineOfNineUnitsInOneBranchAreAsImprobableAsPublished() throws IOException {
        FamilyOptions options = InceptionCounts.MIXED3A.write(folder);
        Defined value = concentration(InceptionCounts.MIXED3A, options, "BW vs Color");
        assertThat(value.value()).isEqualTo(9);
        assertThat(value.p()).isCloseTo(2.4847e-9, within(5e-14));
        assertThat(value.exact()).isTrue();
        // 18 families in 4 branches: 72 tests.
        assertThat(value.pAdjusted()).isCloseTo(72 * 2.4847e-9, within(4e-12));
        assertThat(value.phrase()).isEqualTo("9 of its 32 units, of 9 in the layer");
        assertThat(binomialTail(InceptionCounts.MIXED3A, options, "BW vs Color"))
                .isCloseTo(7.4506e-9, within(5e-14));
    }

    @Test
    void thirtyOfThirtyCurveUnitsInOneBranchAreAsImprobableAsPublished() throws IOException {
        FamilyOptions fine = InceptionCounts.MIXED3B.write(folder);
        Path table = Objects.requireNonNull(fine.table());
        String curves =
                "\"(Curves|Double Curves|Curves misc\\.|Shallow Curves|Curve Shapes|Evolute|Circles / Loops)\"";
        Files.writeString(table, Files.readString(table).replaceAll(curves, "all curves"));
        FamilyOptions merged = GivenFamilies.options(table);
        Defined value = concentration(InceptionCounts.MIXED3B, merged, "all curves");
        assertThat(value.phrase()).isEqualTo("30 of its 96 units, of 30 in the layer");
        assertThat(value.p()).isCloseTo(1.6794e-23, within(5e-28));
        assertThat(binomialTail(InceptionCounts.MIXED3B, merged, "all curves"))
                .isCloseTo(1.0737e-21, within(5e-26));
    }

    /** Of many families in four branches some is concentrated by chance. */
    @ParameterizedTest
    @CsvSource({"MIXED3A, 1.9e-3, .83", "MIXED3B, 1.5e-3, .96"})
    void theLeastOfAllPIsAsSmallByChanceAsPublished(
            InceptionCounts layer, double quantile, double anySignificant) throws IOException {
        int shuffles = 4_000;
        PreparedMetric metric =
                new FamilyConcentration()
                        .prepare(
                                layer.input(), ConcentrationOptions.of(layer.write(folder), false));
        SplittableRandom random = new SplittableRandom(1);
        double[] least = new double[shuffles];
        for (int i = 0; i < shuffles; i++) {
            double[] p = metric.exactP(layer.assignment().permuted(random)).orElseThrow();
            least[i] = Arrays.stream(p).min().orElseThrow();
        }
        Arrays.sort(least);
        // Four standard errors, and half of the last digit printed.
        assertThat(least[shuffles / 20]).isCloseTo(quantile, within(.25 * quantile));
        assertThat(Arrays.stream(least).filter(p -> p <= .05).count() / (double) shuffles)
                .isCloseTo(anySignificant, within(.03));
    }

    @Test
    void theMostConcentratedFineFamilyOfMixed3bIsTextureInThePoolBranch() throws IOException {
        Evaluation evaluation =
                evaluator.evaluate(
                        ConfiguredMetric.of(
                                new FamilyConcentration(),
                                ConcentrationOptions.of(
                                        InceptionCounts.MIXED3B.write(folder), false)),
                        InceptionCounts.MIXED3B.input(),
                        BranchKinds.allAlike(),
                        199);
        Measurement least =
                evaluation.measurements().stream()
                        .min(java.util.Comparator.comparingDouble(PublishedFamiliesTests::p))
                        .orElseThrow();
        assertThat(least.subject())
                .isEqualTo(Subject.branch("pool").and(Subject.FAMILY, "Texture"));
        assertThat(p(least)).isCloseTo(2.9e-8, within(5e-10));
    }

    private Defined concentration(InceptionCounts layer, FamilyOptions options, String family) {
        return concentration(layer, options, Subject.branch("5x5").and(Subject.FAMILY, family));
    }

    private double binomialTail(InceptionCounts layer, FamilyOptions options, String family) {
        Subject tail =
                Subject.branch("5x5")
                        .and(Subject.FAMILY, family)
                        .and(Subject.PROPERTY, "binomial tail");
        return concentration(layer, options, tail).value();
    }

    private Defined concentration(InceptionCounts layer, FamilyOptions options, Subject subject) {
        return evaluator
                .evaluate(
                        ConfiguredMetric.of(
                                new FamilyConcentration(), ConcentrationOptions.of(options, true)),
                        layer.input(),
                        BranchKinds.allAlike(),
                        999)
                .measurements()
                .stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .flatMap(Measurement::defined)
                .orElseThrow();
    }

    private static double p(Measurement measurement) {
        return measurement.defined().map(Defined::p).orElseThrow();
    }

    private static dev.ramify.api.metric.NullSummary chanceOf(Defined value) {
        return Objects.requireNonNull(value.chance());
    }
}
