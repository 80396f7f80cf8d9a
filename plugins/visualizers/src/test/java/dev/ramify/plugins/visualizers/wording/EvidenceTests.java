package dev.ramify.plugins.visualizers.wording;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EvidenceTests {

    private static Summary summary(
            @Nullable Double adjusted, int seeds, int significant, @Nullable Interval interval) {
        return new Summary(
                "m",
                "conv1",
                Subject.layer(),
                seeds,
                .5,
                .1,
                1.0,
                .001,
                adjusted,
                .4,
                interval,
                significant);
    }

    @Test
    void aSmallPThatMostSeedsBearOutIsBeyondChance() {
        assertThat(Evidence.isBeyondChance(summary(.05, 3, 2, null))).isTrue();
    }

    @Test
    void oneExtremeSeedIsNot() {
        assertThat(Evidence.isBeyondChance(summary(.001, 3, 1, null))).isFalse();
    }

    @Test
    void fiveWeakSeedsThatAgreeAre() {
        Interval away = new Interval(.1, .3, .95);
        Interval around = new Interval(-.1, .3, .95);
        assertThat(Evidence.isBeyondChance(summary(.01, 5, 0, away))).isTrue();
        assertThat(Evidence.isBeyondChance(summary(.01, 4, 0, away))).isFalse();
        assertThat(Evidence.isBeyondChance(summary(.01, 5, 0, around))).isFalse();
    }

    @Test
    void aLargeOrMissingCorrectedPNeverIs() {
        Interval away = new Interval(.1, .3, .95);
        assertThat(Evidence.isBeyondChance(summary(.06, 5, 5, away))).isFalse();
        assertThat(Evidence.isBeyondChance(summary(null, 5, 5, away))).isFalse();
    }

    @Test
    void theStrongestHasTheSmallestCorrectedP() {
        Summary weak = summary(.2, 5, 5, null);
        Summary strong = summary(.01, 5, 5, null);
        Summary descriptive = summary(null, 5, 5, null);
        assertThat(Evidence.strongest(List.of(weak, descriptive, strong))).contains(strong);
        assertThat(Evidence.strongest(List.of(descriptive))).isEmpty();
    }

    @Test
    void aSmallPThatIsNotEnoughSaysWhy() {
        assertThat(Evidence.smallest(summary(.001, 3, 1, null)))
                .isEqualTo("smallest p = .001, but only 1 of 3 seeds by themselves");
        assertThat(Evidence.smallest(summary(.31, 3, 0, null))).isEqualTo("smallest p = .31");
    }

    @Test
    void theNumbersStandInBrackets() {
        assertThat(Evidence.inBrackets(summary(.0004, 5, 4, new Interval(.38, .54, .95))))
                .isEqualTo("effect .40 [.38, .54], p = .0004, 4 of 5 seeds");
    }
}
