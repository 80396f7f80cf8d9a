package dev.ramify.plugins.datasets.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ByteImagesTests {

    private final ByteImages images =
            new ByteImages(
                    new byte[][] {{0, 51}, {(byte) 255, 102}, {1, 2}},
                    new int[] {2, 0, 1},
                    new int[] {1, 0, 1});

    @Test
    void readsBytesAsValuesFromZeroToOne() {
        float[] values = new float[5];

        images.read(0, values, 1);
        images.read(1, values, 3);

        assertThat(values).containsExactly(0f, 0f, 0.2f, 1f, 0.4f);
    }

    @Test
    void refusesToWriteBeyondTheTarget() {
        assertThatThrownBy(() -> images.read(0, new float[2], 1))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void selectsImagesWithTheirLabelsAndLevels() {
        ByteImages selected = images.select(new int[] {2, 0});

        assertThat(selected.size()).isEqualTo(2);
        assertThat(selected.labels()).containsExactly(1, 2);
        assertThat(selected.level(0, 0)).isEqualTo(1);
        assertThat(selected.level(1, 0)).isEqualTo(1);
        assertThat(valuesOf(selected, 1)).containsExactly(0f, 0.2f);
    }

    @Test
    void joinsPartsInOrder() {
        ByteImages joined = ByteImages.join(List.of(images, images.select(new int[] {1})));

        assertThat(joined.labels()).containsExactly(2, 0, 1, 0);
        assertThat(joined.level(3, 0)).isZero();
        assertThat(valuesOf(joined, 3)).containsExactly(1f, 0.4f);
    }

    @Test
    void mapsPixelsWithoutTouchingTheOriginal() {
        ByteImages dark = images.map(pixels -> new byte[pixels.length]);

        assertThat(valuesOf(dark, 1)).containsExactly(0f, 0f);
        assertThat(valuesOf(images, 1)).containsExactly(1f, 0.4f);
    }

    @Test
    void refusesLabelsOfAnotherNumber() {
        assertThatThrownBy(() -> new ByteImages(new byte[2][1], new int[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 images need as many entries, found 3");
    }

    private static float[] valuesOf(ByteImages images, int index) {
        float[] values = new float[2];
        images.read(index, values, 0);
        return values;
    }
}
