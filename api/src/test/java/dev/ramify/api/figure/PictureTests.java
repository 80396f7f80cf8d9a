package dev.ramify.api.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PictureTests {

    @Test
    void pixelsAreReadRowByRow() {
        Picture.Rgb picture = (Picture.Rgb) Picture.rgb(2, 2, new int[] {1, 2, 3, 4});
        assertThat(picture.rgb(1, 0)).isEqualTo(2);
        assertThat(picture.rgb(0, 1)).isEqualTo(3);
    }

    @Test
    void pixelsAreCopied() {
        int[] pixels = {1};
        Picture.Rgb picture = (Picture.Rgb) Picture.rgb(1, 1, pixels);
        pixels[0] = 9;
        assertThat(picture.rgb(0, 0)).isEqualTo(1);
    }

    @Test
    void aWrongNumberOfPixelsIsRefused() {
        assertThatThrownBy(() -> Picture.rgb(2, 2, new int[3]))
                .hasMessage("a picture of 2 by 2 pixels cannot be made of 3");
    }

    @Test
    void equalContentsMakeEqualPictures() {
        Ramp ramp = Ramp.sequential(0, 1);
        assertThat(Picture.values(1, 1, new double[] {.5}, ramp))
                .isEqualTo(Picture.values(1, 1, new double[] {.5}, ramp))
                .hasSameHashCodeAs(Picture.values(1, 1, new double[] {.5}, ramp))
                .isNotEqualTo(Picture.values(1, 1, new double[] {.6}, ramp));
    }
}
