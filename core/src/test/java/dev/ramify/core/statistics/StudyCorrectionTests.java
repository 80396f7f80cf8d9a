package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyCorrectionTests {

    @Test
    void stepsDownFromTheSmallestP() {
        List<List<Summary>> adjusted =
                adjust(
                        List.of(
                                Summaries.withP("information", .01),
                                Summaries.withP("information", .04)),
                        List.of(
                                Summaries.withP("concentration", .03),
                                Summaries.withP("concentration", .005)));
        // .005 x 4, .01 x 3, .03 x 2; .04 x 1 may not fall below its forerunner.
        assertThat(adjusted.get(0).get(0).pAdjusted()).isCloseTo(.03, within(1e-12));
        assertThat(adjusted.get(0).get(1).pAdjusted()).isCloseTo(.06, within(1e-12));
        assertThat(adjusted.get(1).get(0).pAdjusted()).isCloseTo(.06, within(1e-12));
        assertThat(adjusted.get(1).get(1).pAdjusted()).isCloseTo(.02, within(1e-12));
    }

    @Test
    void descriptiveMetricsNeitherCountNorGetAP() {
        List<List<Summary>> adjusted =
                adjust(
                        List.of(
                                Summaries.withP("information", .04),
                                Summaries.withP("silhouette", .001)));
        assertThat(adjusted.get(0).get(0).pAdjusted()).isEqualTo(.04);
        assertThat(adjusted.get(0).get(1).pAdjusted()).isNull();
    }

    @Test
    void neverExceedsOne() {
        List<List<Summary>> adjusted =
                adjust(
                        List.of(
                                Summaries.withP("information", .7),
                                Summaries.withP("information", .9)));
        assertThat(adjusted.get(0)).extracting(Summary::pAdjusted).containsExactly(1.0, 1.0);
    }

    @SafeVarargs
    private static List<List<Summary>> adjust(List<Summary>... variants) {
        return new StudyCorrection().adjust(List.of(variants), Summaries.PROFILES);
    }
}
