package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudyCorrectionTests {

    @Test
    void questionsStepDownFromTheSmallestP() {
        List<List<Summary>> adjusted =
                adjust(
                        List.of(
                                Summaries.withP("information", .01),
                                Summaries.withP("concentration", .04)),
                        List.of(
                                Summaries.withP("information", .03),
                                Summaries.withP("concentration", .005)));
        // .005 x 4, .01 x 3, .03 x 2; .04 x 1 may not fall below its forerunner.
        assertThat(chance(adjusted.get(0).get(0))).isCloseTo(.03, within(1e-12));
        assertThat(chance(adjusted.get(0).get(1))).isCloseTo(.06, within(1e-12));
        assertThat(chance(adjusted.get(1).get(0))).isCloseTo(.06, within(1e-12));
        assertThat(chance(adjusted.get(1).get(1))).isCloseTo(.02, within(1e-12));
    }

    @Test
    void trainingIsAFamilyOfItsOwn() {
        Summary chanceAlone =
                Summaries.of(
                        "concentration",
                        "conv1",
                        Subject.layer(),
                        3,
                        Summaries.chance(.01, .01, 3),
                        null);
        Summary both =
                adjust(List.of(Summaries.withP("information", .02), chanceAlone)).get(0).get(0);
        assertThat(chance(both)).isCloseTo(.02, within(1e-12));
        assertThat(both.training().pAdjusted()).isCloseTo(.02, within(1e-12));
    }

    @Test
    void descriptiveMetricsAndNullsThatDoNotHoldNeitherCountNorGetAP() {
        Summary assuming =
                Summaries.of(
                        "concentration",
                        "conv1",
                        Subject.layer(),
                        3,
                        Summaries.assuming(.001),
                        null);
        List<Summary> adjusted =
                adjust(
                                List.of(
                                        Summaries.withP("information", .04),
                                        Summaries.withP("silhouette", .001),
                                        assuming))
                        .get(0);
        assertThat(chance(adjusted.get(0))).isEqualTo(.04);
        assertThat(adjusted.get(1).chance().pAdjusted()).isNull();
        assertThat(adjusted.get(2).chance().pAdjusted()).isNull();
    }

    @Test
    void confirmatoryQuestionsAreNotChargedForExploratoryOnes() {
        Primary primary = new Primary(List.of(new Primary.Question("information", List.of())));
        List<Summary> adjusted =
                new StudyCorrection()
                        .adjust(
                                List.of(
                                        List.of(
                                                Summaries.withP("information", .04),
                                                Summaries.withP("concentration", .04))),
                                Summaries.PROFILES,
                                primary)
                        .get(0);
        assertThat(chance(adjusted.get(0))).isEqualTo(.04);
        assertThat(chance(adjusted.get(1))).isEqualTo(.04);
    }

    @Test
    void aQuestionLeavesTheCountOnlyWithAllItsSubjects() {
        // Two questions. The first has a subject beyond doubt and one that is not.
        List<double[]> adjusted =
                ClosedHolm.adjust(List.of(new double[] {.01, .5}, new double[] {.03}));
        assertThat(adjusted.get(0)[0]).isCloseTo(.02, within(1e-12));
        assertThat(adjusted.get(0)[1]).isEqualTo(.5, within(1e-12));
        assertThat(adjusted.get(1)[0]).isCloseTo(.06, within(1e-12));
        // Once all its subjects are, the other is tested at the full level.
        adjusted = ClosedHolm.adjust(List.of(new double[] {.01, .02}, new double[] {.03}));
        assertThat(adjusted.get(0)).containsExactly(new double[] {.02, .04}, within(1e-12));
        assertThat(adjusted.get(1)[0]).isCloseTo(.04, within(1e-12));
    }

    /** Of three questions the harmonic sum is 11/6. */
    @Test
    void exploratoryQuestionsKeepTheShareOfFalseClaims() {
        List<double[]> adjusted =
                BenjaminiYekutieli.adjust(
                        List.of(new double[] {.01, .02}, new double[] {.04}, new double[] {.9}));
        assertThat(adjusted.get(0))
                .containsExactly(
                        new double[] {3 * 11 / 6.0 * .01, 3 * 11 / 6.0 * .02}, within(1e-12));
        assertThat(adjusted.get(1)[0]).isCloseTo(3 * 11 / 6.0 / 2 * .04, within(1e-12));
        assertThat(adjusted.get(2)[0]).isEqualTo(1);
    }

    @Test
    void neverExceedsOne() {
        List<List<Summary>> adjusted =
                adjust(
                        List.of(
                                Summaries.withP("information", .7),
                                Summaries.withP("concentration", .9)));
        assertThat(adjusted.get(0))
                .extracting(StudyCorrectionTests::chance)
                .containsExactly(1.0, 1.0);
    }

    private static double chance(Summary summary) {
        return summary.chance().pAdjusted();
    }

    @SafeVarargs
    private static List<List<Summary>> adjust(List<Summary>... variants) {
        return new StudyCorrection().adjust(List.of(variants), Summaries.PROFILES, Primary.ALL);
    }
}
