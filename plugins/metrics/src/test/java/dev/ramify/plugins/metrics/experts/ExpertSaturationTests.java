package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertRouting;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpertSaturationTests {

    @Test
    void ranksDoNotMatterAndSetsDo() {
        MetricInput input = input(new int[] {0, 1, 2, 3, 1, 2}, new int[] {1, 0, 3, 0, 0, 3}, 2, 4);
        // Both of the first, one of the second, none of the third.
        assertThat(Routers.value(prepared(input), input)).isCloseTo(.5, within(1e-12));
    }

    @Test
    void twoRoutersThatTossCoinsAgreeByChance() {
        double[] odds = new double[64];
        Arrays.fill(odds, 1);
        SplittableRandom random = new SplittableRandom(4);
        MetricInput input =
                input(
                        Routers.random(random, 20_000, 8, odds),
                        Routers.random(random, 20_000, 8, odds),
                        8,
                        64);
        PreparedMetric prepared = prepared(input);
        assertThat(Routers.value(prepared, input)).isCloseTo(.125, within(.003));
        assertThat(Routers.property(prepared, "chance")).isEqualTo(.125);
        assertThat(Routers.property(prepared, "chance-by-load")).isCloseTo(.125, within(.001));
    }

    @Test
    void chanceKnowsOfExpertsThatAreUsedMore() {
        SplittableRandom random = new SplittableRandom(4);
        MetricInput input =
                input(
                        Routers.random(random, 20_000, 2, 9, 1, 1, 1, 1, 1),
                        Routers.random(random, 20_000, 2, 9, 1, 1, 1, 1, 1),
                        2,
                        6);
        PreparedMetric prepared = prepared(input);
        assertThat(Routers.property(prepared, "chance-by-load"))
                .isCloseTo(Routers.value(prepared, input), within(.01))
                .isGreaterThan(Routers.property(prepared, "chance") + .1);
    }

    @Test
    void groupsTellHowFarItVaries() {
        MetricInput input =
                input(new int[] {0, 1, 2, 3}, new int[] {0, 1, 0, 1}, 2, 4, new int[] {0, 1});
        assertThat(prepared(input).phrase(0, input.layer().assignment()))
                .isEqualTo("chance .50; over 2 groups .50, standard deviation .71");
    }

    @Test
    void aFinalCheckpointIsNeeded() {
        MetricInput input = Routers.chosen(new int[] {0, 1}, 1, 2, new int[] {0, 0}, new int[] {0});
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepared(input))
                .withMessage("the choices of a final checkpoint are not known");
    }

    private static PreparedMetric prepared(MetricInput input) {
        return new ExpertSaturation().prepare(input, new NoOptions());
    }

    private static MetricInput input(int[] now, int[] last, int perSample, int experts) {
        return input(now, last, perSample, experts, new int[now.length / perSample]);
    }

    private static MetricInput input(
            int[] now, int[] last, int perSample, int experts, int[] groupOf) {
        int groups = Arrays.stream(groupOf).max().orElseThrow() + 1;
        return Routers.input(
                List.of(
                        Routers.layer(
                                "moe",
                                new ExpertRouting(
                                        ExpertChoices.of(now, perSample, experts),
                                        ExpertChoices.of(last, perSample, experts)))),
                List.of("all"),
                Routers.groups(groupOf, new int[groups]));
    }
}
