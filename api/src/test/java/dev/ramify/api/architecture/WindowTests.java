package dev.ramify.api.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Window.Margins;
import dev.ramify.api.architecture.Window.Rounding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTests {

    private static Shape output(Window window, int height, int width) {
        return window.output("layer", new Shape(2, height, width));
    }

    /** As PyTorch's convolution and pooling give. */
    @ParameterizedTest
    @CsvSource({
        "3, 1, 1, 0, 8, 6",
        "3, 1, 1, 1, 8, 8",
        "3, 2, 1, 1, 8, 4",
        "3, 1, 2, 2, 8, 8",
        "5, 3, 2, 0, 11, 1",
        "1, 2, 1, 0, 9, 5"
    })
    void countsWindowsThatFit(
            int side, int stride, int dilation, int padding, int pixels, int count) {
        Window window =
                Window.square(side).withStride(stride).withDilation(dilation).withPadding(padding);

        assertThat(output(window, pixels, pixels)).isEqualTo(new Shape(2, count, count));
    }

    @Test
    void heightAndWidthAreIndependent() {
        Window window = Window.of(1, 7).withStride(2, 1).withMargins(new Margins(0, 3, 1, 3));

        assertThat(output(window, 8, 9)).isEqualTo(new Shape(2, 5, 9));
    }

    /** As torch.nn.functional.max_pool2d with ceil_mode gives. */
    @ParameterizedTest
    @CsvSource({
        "3, 2, 0, 8, 4",
        "3, 2, 0, 7, 3",
        "2, 2, 1, 5, 3",
        "2, 3, 1, 4, 2",
        "3, 2, 1, 6, 4"
    })
    void roundingUpAddsAWindowThatBeginsInside(
            int side, int stride, int padding, int pixels, int count) {
        Window window =
                Window.square(side)
                        .withStride(stride)
                        .withPadding(padding)
                        .withRounding(Rounding.CEIL);

        assertThat(output(window, pixels, pixels)).isEqualTo(new Shape(2, count, count));
    }

    @Test
    void marginsAreFilledSoThatTheLastWindowFits() {
        Window window = Window.square(3).withStride(2).withRounding(Rounding.CEIL);

        assertThat(window.filled(new Shape(1, 8, 7))).isEqualTo(new Margins(0, 0, 1, 0));
    }

    @Test
    void aWindowThatKeepsSizePutsTheOddPixelAtTheEnd() {
        assertThat(Window.of(2, 5).withDilation(1, 2).keepingSize().margins())
                .isEqualTo(new Margins(0, 4, 1, 4));
        assertThat(output(Window.square(4).keepingSize(), 9, 6)).isEqualTo(new Shape(2, 9, 6));
    }
}
