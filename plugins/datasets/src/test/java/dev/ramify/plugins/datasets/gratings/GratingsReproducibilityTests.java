package dev.ramify.plugins.datasets.gratings;

import static dev.ramify.plugins.datasets.gratings.GratingsFixture.open;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.options;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import dev.ramify.plugins.datasets.gratings.GratingsOptions.Content;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GratingsReproducibilityTests {

    @Test
    void givesTheSameImagesInAnyOrderAndOnAnyThread() {
        try (Dataset forwards = open(options(0.05, Content.COLOUR), 5);
                Dataset parallel = open(options(0.05, Content.COLOUR), 5)) {
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
        GratingsOptions options = options(0.05, Content.COLOUR);
        Recipe recipe = Recipe.of(options);
        Examples kept = new GratingImages(recipe, options, 32, new Seed(9), true);
        Examples anew = new GratingImages(recipe, options, 32, new Seed(9), false);

        for (int i = 0; i < 32; i++) {
            assertThat(read(anew, i)).isEqualTo(read(kept, i)).isEqualTo(read(kept, i));
        }
    }

    @Test
    void givesOtherImagesForOtherSeedsAndForTests() {
        try (Dataset one = open(options(0, Content.COLOUR), 1);
                Dataset other = open(options(0, Content.COLOUR), 2)) {
            assertThat(read(one.train(), 0))
                    .isNotEqualTo(read(other.train(), 0))
                    .isNotEqualTo(read(one.test(), 0));
        }
    }

    /** Fails where a platform, a JDK or a change of the code gives other images. */
    @Test
    void hasTheSameDigestEverywhere() {
        GratingsOptions defaults =
                new GratingsOptions(16, 4096, 1024, 0.05, 0.2, 0.125, 0.28, 20, Content.COLOUR);
        try (Dataset dataset = open(defaults, 1)) {
            assertThat(dataset.digests())
                    .containsEntry(
                            "generated images",
                            "ca576981098e78c81e19d197e15861fceaff437e725949c87c62f73bf86b96ba");
        }
    }

    @Test
    void changesItsDigestWithEveryOption() {
        List<GratingsOptions> variants =
                List.of(
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.125, 0.28, 30, Content.COLOUR),
                        new GratingsOptions(17, 64, 64, 0.05, 0.2, 0.125, 0.28, 30, Content.COLOUR),
                        new GratingsOptions(16, 65, 64, 0.05, 0.2, 0.125, 0.28, 30, Content.COLOUR),
                        new GratingsOptions(16, 64, 65, 0.05, 0.2, 0.125, 0.28, 30, Content.COLOUR),
                        new GratingsOptions(16, 64, 64, 0.06, 0.2, 0.125, 0.28, 30, Content.COLOUR),
                        new GratingsOptions(16, 64, 64, 0.05, 0.3, 0.125, 0.28, 30, Content.COLOUR),
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.126, 0.28, 30, Content.COLOUR),
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.125, 0.29, 30, Content.COLOUR),
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.125, 0.28, 29, Content.COLOUR),
                        new GratingsOptions(16, 64, 64, 0.05, 0.2, 0.125, 0.28, 30, Content.GREY));

        assertThat(variants.stream().map(options -> digest(options, 1))).doesNotHaveDuplicates();
        assertThat(digest(variants.get(0), 2)).isNotEqualTo(digest(variants.get(0), 1));
    }

    @Test
    void refusesIndicesThatDoNotExist() {
        try (Dataset dataset = open(options(0.05, Content.COLOUR), 1)) {
            assertThatThrownBy(() -> dataset.train().label(320))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> read(dataset.train(), -1))
                    .isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    private static String digest(GratingsOptions options, long seed) {
        try (Dataset dataset = open(options, seed)) {
            return dataset.digests().get("generated images");
        }
    }
}
