package dev.ramify.api.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.metric.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTests {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.4567, .46",
        "-0.5, -.50",
        "1, 1",
        "9.99, 9.99",
        "9.996, 10.0",
        "123.4, 123",
        "200, 200",
        "0.0053, .005",
        "-0.0066, -.007",
        "0.0002, 0",
        "-0.0002, 0",
        "NaN, \u2013"
    })
    void valuesAreShort(double value, String text) {
        assertThat(Numbers.value(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "0.999, 1",
        "0.31, .31",
        "0.9, .90",
        "0.05, .05",
        "0.0499, .05",
        "0.0004, .0004",
        "0.00123, .0012",
        "0.0001, .0001",
        "2.4847e-9, 2.5e-9",
        "3e-5, 3e-5",
        "1.6794e-23, 1.7e-23"
    })
    void probabilitiesHaveTwoDigits(double p, String text) {
        assertThat(Numbers.probability(p)).isEqualTo(text);
    }

    @Test
    void thereMayBeNoNumber() {
        assertThat(Numbers.value(null)).isEqualTo("\u2013");
        assertThat(Numbers.p(null)).isEqualTo("p = \u2013");
        assertThat(Numbers.interval(null)).isEmpty();
    }

    @Test
    void intervalsAreInBrackets() {
        assertThat(Numbers.interval(new Interval(-0.05, 0.5, 0.95))).isEqualTo("[-.05, .50]");
    }

    @ParameterizedTest
    @CsvSource({"999, 999", "9999, '9,999'", "12345, 12.3 k", "999600, 1.00 M", "4820000, 4.82 M"})
    void countsHaveThreeDigits(long count, String text) {
        assertThat(Numbers.count(count).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @Test
    void oneThingIsSingular() {
        assertThat(Numbers.count(1, "seed", "seeds")).isEqualTo("1 seed");
        assertThat(Numbers.count(5, "seed", "seeds")).isEqualTo("5 seeds");
    }
}
