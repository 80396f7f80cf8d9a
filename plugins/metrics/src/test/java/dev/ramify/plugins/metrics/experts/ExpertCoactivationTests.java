package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.recording.ExpertChoices;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpertCoactivationTests {

    private static final double[] SIXTY_FOUR = new double[64];

    static {
        Arrays.fill(SIXTY_FOUR, 1);
    }

    @Test
    void allPairsOfASetCountWhateverTheirRanks() {
        // 0 and 2 are never neighbours in rank, yet always chosen together.
        Coactivations counts =
                Coactivations.of(ExpertChoices.of(new int[] {0, 1, 2, 2, 3, 0}, 3, 4));
        assertThat(counts.share(0, 2)).isEqualTo(1);
        assertThat(counts.share(2, 0)).isEqualTo(1);
        assertThat(counts.share(0, 1)).isEqualTo(.5);
        assertThat(counts.share(1, 3)).isZero();
        assertThat(counts.lift(0, 1)).isEqualTo(1);
    }

    @Test
    void theValueIsTheMeanShareOfClosestPartners() {
        int[] chosen = {0, 1, 1, 0, 0, 2, 2, 3};
        MetricInput input = Routers.chosen(chosen, 2, 4, new int[4], new int[] {0});
        // 0: two of three with 1; 1: both with 0; 2: one of two; 3: its only one with 2.
        assertThat(Routers.value(prepared(input), input))
                .isCloseTo((2 / 3. + 1 + .5 + 1) / 4, within(1e-12));
    }

    @Test
    void aRouterThatTossesCoinsGivesEveryPairTheShareOfChance() {
        int[] chosen = Routers.random(new SplittableRandom(1), 20_000, 8, SIXTY_FOUR);
        Coactivations counts = Coactivations.of(ExpertChoices.of(chosen, 8, 64));
        double sum = 0;
        for (int partner = 1; partner < 64; partner++) {
            sum += counts.share(0, partner) / 63;
        }
        assertThat(counts.chance()).isCloseTo(.1111, within(5e-5));
        // The shares of all partners of an expert add up to 7 whatever the router.
        assertThat(sum).isCloseTo(counts.chance(), within(1e-12));
        assertThat(counts.share(0, 1)).isCloseTo(counts.chance(), within(.025));
    }

    @Test
    void placesWithoutAnExpertMakeNoPairs() {
        Coactivations counts =
                Coactivations.of(ExpertChoices.of(new int[] {0, -1, 0, 1, -1, -1}, 2, 3));
        assertThat(counts.samples()).isEqualTo(2);
        assertThat(counts.share(0, 1)).isEqualTo(.5);
        assertThat(counts.closest(2)).isEqualTo(-1);
    }

    @Test
    void oneExpertASampleMakesNoPairs() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(
                        () ->
                                prepared(
                                        Routers.chosen(
                                                new int[] {0, 1}, 1, 2, new int[2], new int[] {0})))
                .withMessageContaining("at least 2 experts for each sample");
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepared(Routers.counted(new long[][] {{1, 2}}, List.of())))
                .withMessageContaining("not counts");
    }

    private static PreparedMetric prepared(MetricInput input) {
        return new ExpertCoactivation().prepare(input, new NoOptions());
    }
}
