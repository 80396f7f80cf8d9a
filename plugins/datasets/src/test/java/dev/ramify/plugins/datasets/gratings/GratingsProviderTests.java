package dev.ramify.plugins.datasets.gratings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.DatasetContext;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.random.Seed;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GratingsProviderTests {

    private static final int SIDE = 32;
    private static final int AREA = SIDE * SIDE;

    private final GratingsProvider provider = new GratingsProvider();

    @Test
    void describesImagesClassesAndFactors() {
        try (Dataset dataset = open(options(0.05, false), 1)) {
            assertThat(dataset.shape()).isEqualTo(new Shape(3, SIDE, SIDE));
            assertThat(dataset.train().size()).isEqualTo(320);
            assertThat(dataset.test().size()).isEqualTo(160);
            assertThat(dataset.classes()).hasSize(4).doesNotHaveDuplicates();
            assertThat(dataset.factors())
                    .extracting(Factor::name)
                    .containsExactly("coarse", "fine", "red-green", "blue-yellow");
        }
    }

    @Test
    void showsEveryCombinationOfLevelsEquallyOften() {
        try (Dataset dataset = open(options(0.05, false), 1)) {
            int[] counts = new int[16];
            for (int i = 0; i < 320; i++) {
                int combination = 0;
                for (int factor = 0; factor < 4; factor++) {
                    combination = 2 * combination + dataset.train().level(i, factor);
                }
                counts[combination]++;
            }
            assertThat(counts).containsOnly(20);
        }
    }

    @Test
    void asksWhetherTheFactorsOfEachPairDiffer() {
        try (Dataset dataset = open(options(0.05, false), 1)) {
            Examples train = dataset.train();
            int[] counts = new int[4];
            for (int i = 0; i < 320; i++) {
                boolean crossedPatterns = train.level(i, 0) != train.level(i, 1);
                boolean crossedColours = train.level(i, 2) != train.level(i, 3);
                String expected =
                        (crossedPatterns ? "crossed" : "parallel")
                                + " patterns, "
                                + (crossedColours ? "crossed" : "parallel")
                                + " colours";
                assertThat(dataset.classes().get(train.label(i))).isEqualTo(expected);
                counts[train.label(i)]++;
            }
            assertThat(counts).containsOnly(80);
        }
    }

    @Test
    void noSingleFactorTellsTheClass() {
        try (Dataset dataset = open(options(0.05, false), 1)) {
            for (int factor = 0; factor < 4; factor++) {
                int[] counts = new int[8];
                for (int i = 0; i < 320; i++) {
                    counts[2 * dataset.train().label(i) + dataset.train().level(i, factor)]++;
                }
                assertThat(counts).containsOnly(40);
            }
        }
    }

    @Test
    void variesAlongEachColourAxisAsAsked() {
        try (Dataset dataset = open(options(0.03, false), 1)) {
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
                new GratingsOptions(SIDE, 16, 16, 0, 0.1, 4.0 / SIDE, 9.0 / SIDE, 0, false);
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
        try (Dataset dataset = open(options(0.05, true), 1)) {
            for (int i = 0; i < 50; i++) {
                float[] image = read(dataset.train(), i);
                for (int p = 0; p < AREA; p++) {
                    assertThat(image[p]).isEqualTo(image[AREA + p]).isEqualTo(image[2 * AREA + p]);
                }
            }
        }
    }

    @Test
    void decidesByContrastWhereGrey() {
        GratingsOptions still =
                new GratingsOptions(SIDE, 16, 16, 0, 0.2, 4.0 / SIDE, 9.0 / SIDE, 0, true);
        try (Dataset dataset = open(still, 1)) {
            assertThat(dataset.factors())
                    .extracting(Factor::name)
                    .containsExactly("coarse", "fine", "coarse-contrast", "fine-contrast");
            assertThat(dataset.classes()).contains("crossed patterns, unequal contrasts");
            for (int i = 0; i < 16; i++) {
                double[] brightness = project(read(dataset.train(), i), ColourAxis.BRIGHTNESS);
                for (int factor = 0; factor < 2; factor++) {
                    int frequency = factor == 0 ? 4 : 9;
                    boolean horizontal = dataset.train().level(i, factor) == 1;
                    double amplitude =
                            horizontal
                                    ? amplitude(brightness, 0, frequency)
                                    : amplitude(brightness, frequency, 0);
                    boolean high = dataset.train().level(i, 2 + factor) == 1;
                    assertThat(amplitude).isCloseTo(high ? 0.26 : 0.13, within(1e-6));
                }
            }
        }
    }

    @Test
    void staysBetweenZeroAndOneHoweverLoud() {
        GratingsOptions loud = new GratingsOptions(8, 64, 64, 1, 0.5, 0.1, 0.3, 30, false);
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

    @Test
    void givesTheSameImagesInAnyOrderAndOnAnyThread() {
        try (Dataset forwards = open(options(0.05, false), 5);
                Dataset parallel = open(options(0.05, false), 5)) {
            float[][] inOrder =
                    IntStream.range(0, 320)
                            .mapToObj(i -> read(forwards.train(), i))
                            .toArray(float[][]::new);
            float[][] scattered = new float[320][];
            IntStream.range(0, 640)
                    .parallel()
                    .map(i -> (i * 7 + 3) % 320)
                    .forEach(i -> scattered[i] = read(parallel.train(), i));

            assertThat(Arrays.deepEquals(scattered, inOrder)).isTrue();
        }
    }

    @Test
    void givesTheSameImagesWhetherItKeepsThemOrNot() {
        GratingsOptions options = options(0.05, false);
        Recipe recipe = Recipe.of(options);
        Examples kept = new GratingImages(recipe, options, 32, new Seed(9), true);
        Examples anew = new GratingImages(recipe, options, 32, new Seed(9), false);

        for (int i = 0; i < 32; i++) {
            assertThat(read(anew, i)).isEqualTo(read(kept, i)).isEqualTo(read(kept, i));
        }
    }

    @Test
    void givesOtherImagesForOtherSeedsAndForTests() {
        try (Dataset one = open(options(0, false), 1);
                Dataset other = open(options(0, false), 2)) {
            assertThat(read(one.train(), 0))
                    .isNotEqualTo(read(other.train(), 0))
                    .isNotEqualTo(read(one.test(), 0));
        }
    }

    /** Fails where a platform, a JDK or a change of the code gives other images. */
    @Test
    void hasTheSameDigestEverywhere() {
        GratingsOptions defaults =
                new GratingsOptions(16, 4096, 1024, 0.05, 0.2, 0.125, 0.28, 30, false);
        try (Dataset dataset = open(defaults, 1)) {
            assertThat(dataset.digests())
                    .containsEntry(
                            "generated images",
                            "c97eaa9324fbfb345c5cab7b7895f96305c040763be5c7aaf5bfe365ef4c8c3a");
        }
    }

    @Test
    void changesItsDigestWithEveryOption() {
        List<GratingsOptions> variants =
                List.of(
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.125, 0.28, 30, false),
                        new GratingsOptions(17, 64, 64, 0.05, 0.2, 0.125, 0.28, 30, false),
                        new GratingsOptions(16, 65, 64, 0.05, 0.2, 0.125, 0.28, 30, false),
                        new GratingsOptions(16, 64, 65, 0.05, 0.2, 0.125, 0.28, 30, false),
                        new GratingsOptions(16, 64, 64, 0.06, 0.2, 0.125, 0.28, 30, false),
                        new GratingsOptions(16, 64, 64, 0.05, 0.3, 0.125, 0.28, 30, false),
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.126, 0.28, 30, false),
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.125, 0.29, 30, false),
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.125, 0.28, 29, false),
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.125, 0.28, 30, true));

        assertThat(variants.stream().map(options -> digest(options, 1))).doesNotHaveDuplicates();
        assertThat(digest(variants.get(0), 2)).isNotEqualTo(digest(variants.get(0), 1));
    }

    @Test
    void refusesFineGratingsThatAreNotFiner() {
        assertThatThrownBy(() -> new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.3, 0.28, 30, false))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(
                        "expected a frequency above that of the coarse gratings, 0.3, found 0.28");
    }

    @Test
    void refusesIndicesThatDoNotExist() {
        try (Dataset dataset = open(options(0.05, false), 1)) {
            assertThatThrownBy(() -> dataset.train().label(320))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> read(dataset.train(), -1))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static GratingsOptions options(double noise, boolean grey) {
        return new GratingsOptions(SIDE, 320, 160, noise, 0.2, 0.125, 0.28, 30, grey);
    }

    private Dataset open(GratingsOptions options, long seed) {
        return provider.open(options, new DatasetContext(Path.of("unused"), new Seed(seed)));
    }

    private String digest(GratingsOptions options, long seed) {
        try (Dataset dataset = open(options, seed)) {
            return dataset.digests().get("generated images");
        }
    }

    private static float[] read(Examples examples, int index) {
        float[] image = new float[3 * AREA];
        examples.read(index, image, 0);
        return image;
    }

    private static double[] project(float[] image, ColourAxis axis) {
        double[] projected = new double[AREA];
        for (int p = 0; p < AREA; p++) {
            for (int channel = 0; channel < 3; channel++) {
                projected[p] += axis.weight(channel) * (image[channel * AREA + p] - 0.5);
            }
        }
        return projected;
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

    /** Return the amplitude of a wave of whole cycles by the discrete Fourier transform. */
    private static double amplitude(double[] values, int across, int down) {
        double real = 0;
        double imaginary = 0;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                double angle = 2 * Math.PI * (across * x + down * y) / SIDE;
                real += values[y * SIDE + x] * Math.cos(angle);
                imaginary += values[y * SIDE + x] * Math.sin(angle);
            }
        }
        return 2 * Math.hypot(real, imaginary) / AREA;
    }
}
