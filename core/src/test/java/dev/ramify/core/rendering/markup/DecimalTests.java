package dev.ramify.core.rendering.markup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.001, 0",
        "1, 1",
        "1.5, 1.5",
        "1.25, 1.25",
        "1.996, 2",
        "-3.14159, -3.14",
        "100.05, 100.05",
        "1e7, 10000000"
    })
    void twoDecimalsAtMostAndNoExponent(double value, String text) {
        assertThat(Decimal.format(value)).isEqualTo(text);
    }
}
