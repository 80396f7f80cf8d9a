package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.Claim.Basis;
import dev.ramify.api.findings.Claim.Standing;
import dev.ramify.api.findings.Scope;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimRuleTests {

    @Test
    void trainedNetworksAboveTheirInitialisationsSpeakOfTraining() {
        Claim claim = claim(null, Summaries.training(.004, .05, 8)).orElseThrow();
        assertThat(claim.scope()).isEqualTo(Scope.TRAINING);
        assertThat(claim.basis()).isEqualTo(Basis.TRAINED_AGAINST_UNTRAINED);
        assertThat(claim.p()).isEqualTo(.05);
        assertThat(claim.seeds()).isEqualTo(8);
    }

    @Test
    void networksBeyondChanceSpeakOfThemselvesAlone() {
        Claim claim =
                claim(Summaries.chance(.001, .01, 3), Summaries.training(.125, .5, 3))
                        .orElseThrow();
        assertThat(claim.scope()).isEqualTo(Scope.THESE_NETWORKS);
        assertThat(claim.basis()).isEqualTo(Basis.NETWORKS_AGAINST_CHANCE);
        assertThat(claim.p()).isEqualTo(.01);
    }

    @Test
    void oneExtremeNetworkAmongSeveralIsNoClaim() {
        assertThat(scope(Summaries.chance(.001, .01, 1), null, 3)).isEqualTo(Scope.NONE);
        assertThat(scope(Summaries.chance(.001, .01, 2), null, 4)).isEqualTo(Scope.NONE);
        assertThat(scope(Summaries.chance(.001, .01, 2), null, 3)).isEqualTo(Scope.THESE_NETWORKS);
        assertThat(scope(Summaries.chance(.001, .01, 1), null, 1)).isEqualTo(Scope.THESE_NETWORKS);
    }

    @Test
    void aNullThatAssumesIndependentUnitsCarriesNoClaim() {
        assertThat(claim(Summaries.assuming(.0001), null)).isEmpty();
        assertThat(claim(Summaries.assuming(.0001), Summaries.training(.5, .5, 8)).orElseThrow())
                .satisfies(
                        each -> {
                            assertThat(each.scope()).isEqualTo(Scope.NONE);
                            assertThat(each.p()).isEqualTo(.5);
                        });
    }

    @Test
    void aCorrectedPAboveFivePercentIsNoClaimAndTheSmallerOneIsShown() {
        Claim claim =
                claim(Summaries.chance(.01, .2, 3), Summaries.training(.01, .06, 3)).orElseThrow();
        assertThat(claim.isMade()).isFalse();
        assertThat(claim.p()).isEqualTo(.06);
    }

    @Test
    void moreThanBeforeTrainingIsNotYetMoreThanChance() {
        Summary below =
                new Summary(
                        "information",
                        "conv1",
                        Subject.layer(),
                        8,
                        .05,
                        .08,
                        1.0,
                        List.of(-.03),
                        null,
                        Summaries.training(.004, .004, 8));
        assertThat(ClaimRule.claim(below, Summaries.PROFILES, Primary.ALL).orElseThrow().scope())
                .isEqualTo(Scope.NONE);
    }

    @Test
    void aDescriptiveMetricAndAnUntestedOneAreNoClaim() {
        Summary silhouette =
                Summaries.of(
                        "silhouette",
                        "conv1",
                        Subject.layer(),
                        8,
                        Summaries.chance(.001, .001, 8),
                        null);
        assertThat(ClaimRule.claim(silhouette, Summaries.PROFILES, Primary.ALL)).isEmpty();
        assertThat(claim(null, null)).isEmpty();
    }

    @Test
    void whatTheStudyIsNotMadeForIsExploratory() {
        Primary primary = new Primary(List.of(new Primary.Question("concentration", List.of())));
        Summary summary =
                Summaries.of(
                        "information",
                        "conv1",
                        Subject.layer(),
                        3,
                        Summaries.chance(.001, .01, 3),
                        null);
        assertThat(ClaimRule.claim(summary, Summaries.PROFILES, primary).orElseThrow().standing())
                .isEqualTo(Standing.EXPLORATORY);
    }

    private static Optional<Claim> claim(ChanceTest chance, TrainingTest training) {
        return claim(chance, training, training == null ? 3 : training.seeds());
    }

    private static Optional<Claim> claim(ChanceTest chance, TrainingTest training, int seeds) {
        return ClaimRule.claim(
                Summaries.of("information", "conv1", Subject.layer(), seeds, chance, training),
                Summaries.PROFILES,
                Primary.ALL);
    }

    private static Scope scope(ChanceTest chance, TrainingTest training, int seeds) {
        return claim(chance, training, seeds).orElseThrow().scope();
    }
}
