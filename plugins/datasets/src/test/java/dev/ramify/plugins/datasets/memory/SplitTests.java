package dev.ramify.plugins.datasets.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.random.Seed;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitTests {

    private static final Seed SEED = new Seed(7);

    private final Split split = new Split(numbered(0, 80), numbered(80, 100));

    @Test
    void holdsOutImagesThatAreNotTrainedOn() {
        Split held = Split.of(numbered(0, 100), 2, 0.2, SEED);

        assertThat(held.train().size()).isEqualTo(80);
        assertThat(held.test().size()).isEqualTo(20);
        Set<Float> all = firstValues(held.train());
        all.addAll(firstValues(held.test()));
        assertThat(all).as("no image twice").hasSize(100);
    }

    @Test
    void validatesOnTrainingImagesAlone() {
        Split validated = split.withValidation(0.25, 2, SEED);

        assertThat(validated.train().size()).isEqualTo(60);
        assertThat(validated.test().size()).isEqualTo(20);
        assertThat(firstValues(validated.test()))
                .doesNotContainAnyElementsOf(firstValues(split.test()));
    }

    @Test
    void staysAsItIsWithoutValidationAndLimits() {
        assertThat(split.withValidation(0, 2, SEED).limited(0, 0, 2, SEED)).isEqualTo(split);
    }

    @Test
    void limitsBothSides() {
        Split limited = split.limited(10, 4, 2, SEED);

        assertThat(limited.train().size()).isEqualTo(10);
        assertThat(limited.test().size()).isEqualTo(4);
    }

    @Test
    void refusesMoreImagesThanThereAre() {
        assertThatThrownBy(() -> split.limited(81, 0, 2, SEED))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(
                        "expected 0 (all images) or a number up to 80, the images there are,"
                                + " found 81")
                .extracting(e -> ((InvalidOptionException) e).option())
                .isEqualTo("train");
        assertThatThrownBy(() -> split.limited(0, -1, 2, SEED))
                .isInstanceOf(InvalidOptionException.class)
                .extracting(e -> ((InvalidOptionException) e).option())
                .isEqualTo("test");
    }

    /** Images of one value each, all different, of alternating classes. */
    private static ByteImages numbered(int from, int to) {
        byte[][] pixels = new byte[to - from][];
        int[] labels = new int[to - from];
        for (int i = from; i < to; i++) {
            pixels[i - from] = new byte[] {(byte) i};
            labels[i - from] = i % 2;
        }
        return new ByteImages(pixels, labels);
    }

    private static Set<Float> firstValues(ByteImages images) {
        Set<Float> values = new HashSet<>();
        float[] value = new float[1];
        for (int i = 0; i < images.size(); i++) {
            images.read(i, value, 0);
            values.add(value[0]);
        }
        return values;
    }
}
