package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.random.Seed;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SignFlipTestTests {

    /** Fisher's own example (1935, section 21): Darwin's maize, 863 of 32,768 on one side. */
    private static final double[] DARWIN = {
        49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48
    };

    @Test
    void darwinsMaizeIsAsFisherCounted() {
        assertThat(test(15, false).p(DARWIN)).isCloseTo(863 / 32768.0, within(1e-12));
        assertThat(test(15, true).p(DARWIN)).isCloseTo(1726 / 32768.0, within(1e-12));
    }

    @Test
    void gainsInAllSeedsReachTheFloor() {
        double[] gains = {.1, .2, .3, .1, .4};
        assertThat(test(5, false).p(gains)).isEqualTo(1 / 32.0);
        assertThat(test(5, false).floor()).isEqualTo(1 / 32.0);
        assertThat(test(5, true).p(gains)).isEqualTo(2 / 32.0);
        assertThat(test(5, true).floor()).isEqualTo(2 / 32.0);
    }

    @Test
    void noGainAtAllIsNoEvidence() {
        assertThat(test(3, false).p(new double[3])).isEqualTo(1);
    }

    @Test
    void theBoundsAreMeansOfSubsets() {
        // With 5 seeds one of 32 choices may be rejected: the smallest and greatest means of
        // subsets.
        Interval interval = test(5, false).interval(new double[] {1, 2, 3, 4, 5}, .05);
        assertThat(interval).isEqualTo(new Interval(1, 5, .9));
        assertThat(test(4, false).interval(new double[] {1, 2, 3, 4}, .05)).isNull();
        assertThat(test(5, true).interval(new double[] {1, 2, 3, 4, 5}, .05)).isNull();
        assertThat(test(6, true).interval(new double[] {1, 2, 3, 4, 5, 6}, .05))
                .isEqualTo(new Interval(1, 6, .95));
    }

    @Test
    void intervalAndPNeverContradictEachOther() {
        Random random = new Random(1);
        for (int round = 0; round < 400; round++) {
            int seeds = 5 + round % 5;
            double[] gains = random.doubles(seeds, -.5, 1).toArray();
            boolean twoSided = round % 2 == 1;
            SignFlipTest test = test(seeds, twoSided);
            Interval interval = test.interval(gains, .05);
            boolean excludes =
                    interval != null && (interval.low() > 0 || (twoSided && interval.high() < 0));
            assertThat(excludes).isEqualTo(test.p(gains) <= .05);
        }
    }

    @Test
    void theIntervalHoldsWhatIsNotRejected() {
        Random random = new Random(2);
        for (int round = 0; round < 50; round++) {
            double[] gains = random.doubles(7, -.5, 1).toArray();
            SignFlipTest test = test(7, false);
            Interval interval = test.interval(gains, .05);
            assertThat(test.p(minus(gains, interval.low() - 1e-6))).isLessThanOrEqualTo(.05);
            assertThat(test.p(minus(gains, interval.low() + 1e-6))).isGreaterThan(.05);
        }
    }

    @Test
    void subjectsAreCorrectedByTheGreatestUnderTheSameSigns() {
        // The same gains on two scales count as one subject, opposite ones as two.
        double[] gains = {.1, .2, .3, .15, .4};
        double[] scaled = {1, 2, 3, 1.5, 4};
        double[] opposite = {-.1, -.2, -.3, -.15, -.4};
        assertThat(test(5, false).adjusted(List.of(gains, scaled)))
                .containsExactly(1 / 32.0, 1 / 32.0);
        assertThat(test(5, false).adjusted(List.of(gains, opposite))[0]).isEqualTo(2 / 32.0);
    }

    @Test
    void manySeedsAreSampledAndKeepTheLevel() {
        int rejected = 0;
        for (int study = 0; study < 200; study++) {
            RandomGenerator random = new Seed(study).generator();
            double[] gains = random.doubles(20, -1, 1).toArray();
            rejected += new SignFlipTest(SignFlips.of(20, random), false).p(gains) <= .05 ? 1 : 0;
        }
        assertThat(rejected).isBetween(2, 20);
    }

    private static double[] minus(double[] gains, double delta) {
        double[] shifted = gains.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] -= delta;
        }
        return shifted;
    }

    private static SignFlipTest test(int seeds, boolean twoSided) {
        return new SignFlipTest(SignFlips.of(seeds, new Random(0)), twoSided);
    }
}
