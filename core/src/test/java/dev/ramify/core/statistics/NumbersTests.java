package dev.ramify.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTests {

    @ParameterizedTest
    @CsvSource({
        "0.714, .71",
        "0.5, .5",
        "1, 1",
        "-0.083, -.08",
        "0, 0",
        "-0.001, 0",
        "7.94, 7.94",
        "13.66, 13.7",
        "200, 200"
    })
    void valuesHaveTheDigitsThatMatter(double value, String expected) {
        assertThat(Numbers.value(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0.414, .41",
        "0.0005, .0005",
        "0.000512, .00051",
        "0.000031, 3e-5",
        "1, 1",
        "2.4847e-9, 2e-9",
        "1.6794e-23, 2e-23",
        "0.0000999999, .0001",
        "0.0500001, .05"
    })
    void pValuesGoOnInPowersOfTen(double p, String expected) {
        assertThat(Numbers.p(p)).isEqualTo(expected);
    }
}
