package dev.ramify.plugins.metrics.experts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.api.recording.ExpertCounts;
import dev.ramify.api.recording.ExpertRouting;
import dev.ramify.core.statistics.ConfiguredMetric;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExpertLayersTests {

    private static final LayersOptions BEFORE = new LayersOptions("", 0);

    @Test
    void groupsThatUseOneExpertInEachLayerTieTheLayers() {
        MetricInput input =
                counted(
                        new long[][] {{5, 0}, {0, 3}, {7, 0}, {0, 1}},
                        new long[][] {{0, 2}, {9, 0}, {0, 2}, {4, 0}});
        assertThat(Routers.value(prepared(input), input)).isEqualTo(1);
    }

    @Test
    void everyGroupAddsTheProductOfItsShares() {
        // Tables of the groups: [[1/2, 1/2], [0, 0]] and [[0, 0], [0, 1]]; together over 2.
        MetricInput input = counted(new long[][] {{2, 0}, {0, 8}}, new long[][] {{3, 3}, {0, 1}});
        // I = H(1/2) + H(1/4) - H(1/4, 1/4, 1/2) = 1 + .811278 - 1.5
        assertThat(Routers.value(prepared(input), input)).isCloseTo(.311278, within(1e-6));
    }

    @Test
    void permutingGroupsOfOneLayerBreaksTheTie() {
        long[][] below = new long[10][2];
        long[][] above = new long[10][2];
        for (int group = 0; group < 10; group++) {
            below[group][group % 2] = 5;
            above[group][group % 2] = 6;
        }
        Defined value =
                Routers.measure(
                                ConfiguredMetric.of(new ExpertLayers(), BEFORE),
                                counted(below, above),
                                199)
                        .get(0)
                        .defined()
                        .orElseThrow();
        assertThat(value.value()).isCloseTo(1, within(1e-12));
        assertThat(value.chance().mean()).isBetween(.02, .2);
        assertThat(value.p()).isLessThan(.05);
        assertThat(value.phrase()).isEqualTo("with L0, 10 groups");
    }

    @Test
    void sampleBySampleEveryChoiceStandsBesideEveryOther() {
        SplittableRandom random = new SplittableRandom(2);
        int[] below = Routers.random(random, 50, 2, 1, 2, 3);
        int[] above = Routers.random(random, 50, 2, 3, 2, 1, 1);
        double[][] table = new double[3][4];
        for (int sample = 0; sample < 50; sample++) {
            for (int i = 0; i < 2; i++) {
                for (int j = 0; j < 2; j++) {
                    table[below[2 * sample + i]][above[2 * sample + j]]++;
                }
            }
        }
        assertThat(
                        SamplePairs.information(
                                        new ExpertRouting(ExpertChoices.of(below, 2, 3)),
                                        new ExpertRouting(ExpertChoices.of(above, 2, 4)),
                                        0)
                                .orElseThrow())
                .isCloseTo(naive(table), within(1e-12));
    }

    private static double naive(double[][] table) {
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 4; j++) {
                double cell = table[i][j] / 200;
                double row = 0;
                double column = 0;
                for (int k = 0; k < 4; k++) {
                    row += table[i][k] / 200;
                }
                for (int k = 0; k < 3; k++) {
                    column += table[k][j] / 200;
                }
                sum += cell > 0 ? cell * Math.log(cell / row / column) / Math.log(2) : 0;
            }
        }
        return sum;
    }

    @Test
    void theFirstLayerHasNoneBeforeIt() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepared(Routers.counted(new long[][] {{1, 2}}, List.of())))
                .withMessage("no layer with experts comes before it");
    }

    @Test
    void anUnknownLayerIsNamed() {
        assertThatExceptionOfType(InvalidOptionException.class)
                .isThrownBy(
                        () ->
                                new ExpertLayers()
                                        .prepare(
                                                counted(new long[][] {{1}}, new long[][] {{1}}),
                                                new LayersOptions("L7", 0)))
                .withMessageContaining("'L7'; there are [L0, L1]");
    }

    private static PreparedMetric prepared(MetricInput input) {
        return new ExpertLayers().prepare(input, BEFORE);
    }

    private static MetricInput counted(long[][] below, long[][] above) {
        return Routers.input(
                List.of(
                        Routers.layer("L0", new ExpertRouting(new ExpertCounts(below))),
                        Routers.layer("L1", new ExpertRouting(new ExpertCounts(above)))),
                List.of("all"),
                Routers.groups(new int[0], new int[below.length]));
    }
}
