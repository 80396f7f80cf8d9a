package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import org.junit.jupiter.api.Test;

class ClaimRuleTests {

    private static final Interval ABOVE_ZERO = new Interval(0.1, 0.9, 0.95);
    private static final Interval ACROSS_ZERO = new Interval(-0.1, 0.9, 0.95);

    @Test
    void fiveSeedsWithAnIntervalAboveZeroSpeakOfTraining() {
        assertThat(claim("information", 5, .05, ABOVE_ZERO, 0)).isEqualTo(Claim.TRAINING);
    }

    @Test
    void fewerSeedsSpeakOfTheseNetworksAlone() {
        assertThat(claim("information", 4, .01, ABOVE_ZERO, 3)).isEqualTo(Claim.THESE_NETWORKS);
        assertThat(claim("information", 1, .01, null, 1)).isEqualTo(Claim.THESE_NETWORKS);
    }

    @Test
    void anIntervalThatReachesZeroSpeaksOfTheseNetworksAlone() {
        assertThat(claim("information", 6, .01, ACROSS_ZERO, 4)).isEqualTo(Claim.THESE_NETWORKS);
    }

    @Test
    void oneExtremeNetworkAmongSeveralIsNoClaim() {
        assertThat(claim("information", 3, .001, ACROSS_ZERO, 1)).isEqualTo(Claim.NONE);
        assertThat(claim("information", 4, .001, ABOVE_ZERO, 2)).isEqualTo(Claim.NONE);
        assertThat(claim("information", 6, .001, ACROSS_ZERO, 3)).isEqualTo(Claim.NONE);
    }

    @Test
    void aCorrectedPAboveFivePercentIsNoClaim() {
        assertThat(claim("information", 5, .051, ABOVE_ZERO, 5)).isEqualTo(Claim.NONE);
    }

    @Test
    void anUncorrectedPIsNoClaim() {
        assertThat(claim("information", 5, null, ABOVE_ZERO, 5)).isEqualTo(Claim.NONE);
    }

    @Test
    void aDescriptiveMetricIsNoClaim() {
        assertThat(claim("silhouette", 5, .001, ABOVE_ZERO, 5)).isEqualTo(Claim.NONE);
    }

    private static Claim claim(
            String metric, int seeds, Double adjusted, Interval interval, int significant) {
        Summary summary =
                Summaries.summary(
                        metric, Subject.layer(), seeds, .0001, adjusted, interval, significant);
        return ClaimRule.claim(summary, Summaries.PROFILES);
    }
}
