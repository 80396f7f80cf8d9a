package dev.ramify.core.rendering.svg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextMetricsTests {

    @Test
    void wideLettersAreWide() {
        assertThat(TextMetrics.width("W", 10, false)).isEqualTo(9.44);
        assertThat(TextMetrics.width("i", 10, false)).isEqualTo(2.22);
        assertThat(TextMetrics.width("\u4e2d", 10, false)).isEqualTo(10);
    }

    @Test
    void linesBreakAtSpacesAndFit() {
        String text = "the quick brown fox jumps over the lazy dog";
        assertThat(TextMetrics.wrap(text, 10, false, 80))
                .hasSizeGreaterThan(2)
                .allMatch(line -> TextMetrics.width(line, 10, false) <= 80)
                .satisfies(lines -> assertThat(String.join(" ", lines)).isEqualTo(text));
    }

    @Test
    void aWordWiderThanTheLineStaysWhole() {
        assertThat(TextMetrics.wrap("a incomprehensibilities b", 10, false, 20))
                .containsExactly("a", "incomprehensibilities", "b");
    }
}
