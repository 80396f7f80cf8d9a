package dev.ramify.plugins.datasets.gratings;

import static dev.ramify.plugins.datasets.gratings.GratingsFixture.AREA;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.SIDE;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.amplitude;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.open;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.options;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.project;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.plugins.datasets.gratings.GratingsOptions.Content;
import java.util.List;
import org.junit.jupiter.api.Test;

class GratingsContentTests {

    @Test
    void variesAlongEachColourAxisAsAsked() {
        try (Dataset dataset = open(options(0.03, Content.COLOUR), 1)) {
            // A sine of amplitude a has the variance a * a / 2; brightness has two of them.
            double wave = 0.2 * 0.2 / 2;
            double noise = 0.03 * 0.03;
            assertThat(variance(dataset.train(), ColourAxis.BRIGHTNESS))
                    .isCloseTo(2 * wave + noise, within(0.001));
            assertThat(variance(dataset.train(), ColourAxis.RED_GREEN))
                    .isCloseTo(wave + noise, within(0.001));
            assertThat(variance(dataset.train(), ColourAxis.BLUE_YELLOW))
                    .isCloseTo(wave + noise, within(0.001));
        }
    }

    @Test
    void hasItsSpectralPeaksAtTheFrequenciesAndOrientationsOfTheFactors() {
        GratingsOptions still =
                new GratingsOptions(
                        SIDE, 16, 16, 0, 0.1, 4.0 / SIDE, 9.0 / SIDE, 0, Content.COLOUR);
        try (Dataset dataset = open(still, 1)) {
            for (int i = 0; i < 16; i++) {
                float[] image = read(dataset.train(), i);
                int redGreen = dataset.train().level(i, 2);
                int blueYellow = dataset.train().level(i, 3);
                assertThat(peak(project(image, ColourAxis.RED_GREEN)))
                        .as("red-green of image %d", i)
                        .containsExactly(redGreen == 0 ? 4 : 0, redGreen == 0 ? 0 : 4);
                assertThat(peak(project(image, ColourAxis.BLUE_YELLOW)))
                        .as("blue-yellow of image %d", i)
                        .containsExactly(blueYellow == 0 ? 9 : 0, blueYellow == 0 ? 0 : 9);
                double[] brightness = project(image, ColourAxis.BRIGHTNESS);
                assertWave(brightness, 4, dataset.train().level(i, 0));
                assertWave(brightness, 9, dataset.train().level(i, 1));
            }
        }
    }

    @Test
    void hasNoColourWhereGrey() {
        for (Content content : List.of(Content.GREY, Content.GREY_BANDS)) {
            try (Dataset dataset = open(options(0.05, content), 1)) {
                for (int i = 0; i < 50; i++) {
                    float[] image = read(dataset.train(), i);
                    for (int p = 0; p < AREA; p++) {
                        assertThat(image[p])
                                .isEqualTo(image[AREA + p])
                                .isEqualTo(image[2 * AREA + p]);
                    }
                }
            }
        }
    }

    @Test
    void showsFourFrequenciesInBands() {
        // 5 / 32 times 0.72 is 3.6 cycles, 9 / 32 times 1.36 is 12.24: no whole numbers, so that
        // energy is compared across and along the stripes instead of at a peak.
        GratingsOptions still =
                new GratingsOptions(
                        SIDE, 16, 16, 0, 0.1, 5.0 / SIDE, 9.0 / SIDE, 0, Content.GREY_BANDS);
        try (Dataset dataset = open(still, 1)) {
            assertThat(dataset.factors()).hasSize(4);
            assertThat(dataset.classes())
                    .contains("crossed coarse patterns, parallel fine patterns");
            int[] nearest = {4, 7, 8, 12};
            for (int i = 0; i < 16; i++) {
                double[] brightness = project(read(dataset.train(), i), ColourAxis.BRIGHTNESS);
                for (int factor : new int[] {0, 3}) {
                    double vertical = amplitude(brightness, nearest[factor], 0);
                    double horizontal = amplitude(brightness, 0, nearest[factor]);
                    assertThat(vertical > horizontal)
                            .as("factor %d of image %d", factor, i)
                            .isEqualTo(dataset.train().level(i, factor) == 0);
                }
            }
        }
    }

    @Test
    void staysBetweenZeroAndOneHoweverLoud() {
        GratingsOptions loud = new GratingsOptions(8, 64, 64, 1, 0.5, 0.1, 0.3, 30, Content.COLOUR);
        try (Dataset dataset = open(loud, 1)) {
            float[] image = new float[192];
            for (int i = 0; i < 64; i++) {
                dataset.train().read(i, image, 0);
                for (float value : image) {
                    assertThat(value).isBetween(0f, 1f);
                }
            }
        }
    }

    private static double variance(Examples examples, ColourAxis axis) {
        double squares = 0;
        for (int i = 0; i < examples.size(); i++) {
            for (double value : project(read(examples, i), axis)) {
                squares += value * value;
            }
        }
        return squares / examples.size() / AREA;
    }

    private static void assertWave(double[] brightness, int frequency, int level) {
        double vertical = amplitude(brightness, frequency, 0);
        double horizontal = amplitude(brightness, 0, frequency);
        assertThat(level == 0 ? vertical : horizontal).isCloseTo(0.1, within(1e-6));
        assertThat(level == 0 ? horizontal : vertical).isCloseTo(0, within(1e-6));
    }

    /** Return the whole cycles across and down that have the greatest amplitude. */
    private static int[] peak(double[] values) {
        int[] best = {0, 0};
        double greatest = 0;
        for (int v = 0; v <= SIDE / 2; v++) {
            for (int u = 0; u <= SIDE / 2; u++) {
                double found = amplitude(values, u, v);
                if (found > greatest + 1e-9) {
                    greatest = found;
                    best = new int[] {u, v};
                }
            }
        }
        return best;
    }
}
