package dev.ramify.plugins.datasets.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LuminanceTests {

    @Test
    void weighsThePrimariesAsBt601Does() {
        byte full = (byte) 255;
        byte[] redGreenBlue = {full, 0, 0, 0, full, 0, 0, 0, full};

        // 255 times 0.299, 0.587 and 0.114: 76.245, 149.685 and 29.07.
        assertThat(Luminance.of(redGreenBlue))
                .containsExactly(76, 150, 29, 76, 150, 29, 76, 150, 29);
    }

    @Test
    void keepsEveryGrey() {
        for (int grey = 0; grey < 256; grey++) {
            byte[] image = {(byte) grey, (byte) grey, (byte) grey};
            assertThat(Luminance.of(image)).isEqualTo(image);
        }
    }
}
