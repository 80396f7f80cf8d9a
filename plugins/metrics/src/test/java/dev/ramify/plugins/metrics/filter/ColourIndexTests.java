package dev.ramify.plugins.metrics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.hipparchus.stat.descriptive.DescriptiveStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourIndexTests {

    @Test
    void blackAndWhiteHasNone() {
        double[] pattern = {1, -2, 0.5, 3};
        assertThat(ColourIndex.of(new double[][] {pattern, pattern, pattern}))
                .isCloseTo(0, within(1e-15));
    }

    @Test
    void opponentsHaveNothingElse() {
        double[][] redAgainstGreen = {{1, 2}, {-1, -2}, {0, 0}};
        double[][] blueAgainstYellow = {{1, 3}, {1, 3}, {-2, -6}};
        assertThat(ColourIndex.of(redAgainstGreen)).isCloseTo(1, within(1e-15));
        assertThat(ColourIndex.of(blueAgainstYellow)).isCloseTo(1, within(1e-15));
    }

    @Test
    void oneChannelIsTwoThirdsColour() {
        assertThat(ColourIndex.of(new double[][] {{4}, {0}, {0}}))
                .isCloseTo(2 / 3.0, within(1e-15));
    }

    @Test
    void agreesWithProjectionsOnTheOpponents() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 100; i++) {
            double[][] filter = noise(random, 5);
            double[] energy = new double[3];
            for (int at = 0; at < 25; at++) {
                double r = filter[0][at];
                double g = filter[1][at];
                double b = filter[2][at];
                energy[0] += Math.pow((r + g + b) / Math.sqrt(3), 2);
                energy[1] += Math.pow((r - g) / Math.sqrt(2), 2);
                energy[2] += Math.pow((r + g - 2 * b) / Math.sqrt(6), 2);
            }
            double expected = (energy[1] + energy[2]) / (energy[0] + energy[1] + energy[2]);
            assertThat(ColourIndex.of(filter)).as("case %d", i).isCloseTo(expected, within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"3, .124", "5, .076", "7, .055", "11, .035"})
    void whiteNoiseIsTwoThirdsColourWithTheSpreadOfItsBeta(int side, double deviation) {
        SplittableRandom random = new SplittableRandom(side);
        DescriptiveStatistics indices = new DescriptiveStatistics();
        for (int i = 0; i < 10_000; i++) {
            indices.addValue(ColourIndex.of(noise(random, side)));
        }
        assertThat(indices.getMean()).isCloseTo(2 / 3.0, within(5 * deviation / 100));
        assertThat(indices.getStandardDeviation()).isCloseTo(deviation, within(0.03 * deviation));
    }

    private static double[][] noise(SplittableRandom random, int side) {
        double[][] filter = new double[3][side * side];
        for (double[] channel : filter) {
            java.util.Arrays.setAll(channel, at -> random.nextGaussian());
        }
        return filter;
    }
}
