package dev.ramify.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.core.calibration.Acceptance.Verdict;
import dev.ramify.core.calibration.Calibration.Impossible;
import dev.ramify.core.calibration.Calibration.Rates;
import dev.ramify.core.calibration.Condition.Control;
import dev.ramify.core.calibration.Condition.Planted;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptanceTests {

    @ParameterizedTest
    @CsvSource({"8, 32, 320", "32, 32, 320", "20, 0, 400"})
    void ratesWithinAllBoundsAreAccepted(int nothing, int decoy, int planted) {
        Acceptance acceptance = Acceptance.of(calibration(400, nothing, decoy, planted));
        assertThat(acceptance.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(acceptance.shortfalls()).isEmpty();
    }

    @Test
    void everyShortfallIsSaid() {
        Acceptance acceptance = Acceptance.of(calibration(400, 33, 400, 319));
        assertThat(acceptance.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(acceptance.shortfalls())
                .containsExactly(
                        "false positives 0.083", "decoys 1.000", "power 0.798 at alpha .5");
    }

    @Test
    void aTestThatHardlyEverRejectsDoesNotKeepItsLevelEither() {
        assertThat(Acceptance.of(calibration(400, 7, 0, 400)).shortfalls())
                .containsExactly("false positives 0.018");
    }

    @Test
    void fewRunsAllowNoJudgement() {
        assertThat(Acceptance.of(calibration(399, 300, 300, 0)).verdict())
                .isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void aMetricThatCouldNotBeTriedIsNotJudged() {
        Calibration none = new Calibration("fake", Kind.INFERENTIAL, new Impossible("no gates"));
        assertThat(Acceptance.of(none).verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void onlyAnInferentialMetricThatFailedClaimsTooMuch() {
        Acceptance failed = Acceptance.of(calibration(400, 400, 0, 400));
        assertThat(failed.contradicts(Kind.INFERENTIAL)).isTrue();
        assertThat(failed.contradicts(Kind.DESCRIPTIVE)).isFalse();
        assertThat(Acceptance.of(calibration(400, 20, 20, 400)).contradicts(Kind.INFERENTIAL))
                .isFalse();
    }

    private static Calibration calibration(int runs, int nothing, int decoy, int planted) {
        List<RejectionRate> rates =
                List.of(
                        new RejectionRate(Condition.NOTHING_PLANTED, runs, nothing, 0, ""),
                        new RejectionRate(new Planted(.5), runs, planted, 0, ""),
                        new RejectionRate(Control.DECOY, runs, decoy, 0, ""),
                        new RejectionRate(Control.UNTRAINED, runs, runs, 0, ""));
        return new Calibration("fake", Kind.INFERENTIAL, new Rates(Scenario.UNITS, 99, rates));
    }
}
