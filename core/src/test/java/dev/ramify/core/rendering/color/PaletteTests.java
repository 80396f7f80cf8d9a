package dev.ramify.core.rendering.color;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTests {

    static Stream<Palette> palettes() {
        return Stream.of(Palette.LIGHT, Palette.DARK);
    }

    /** Pairs of Sharma, Wu and Dalal 2005, table 1. */
    @ParameterizedTest
    @CsvSource({
        "50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425",
        "50, 2.5, 0, 50, 0, -2.5, 4.3065",
        "50, 2.5, 0, 73, 25, -18, 27.1492",
        "60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644",
        "2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082"
    })
    void theDifferenceAgreesWithPublishedPairs(
            double l1, double a1, double b1, double l2, double a2, double b2, double expected) {
        assertThat(ColorVision.ciede2000(new double[] {l1, a1, b1}, new double[] {l2, a2, b2}))
                .isCloseTo(expected, within(5e-5));
    }

    @ParameterizedTest
    @EnumSource(ColorVision.Kind.class)
    void branchesAndCategoriesStayApartForEveryKindOfVision(ColorVision.Kind kind) {
        palettes()
                .flatMap(palette -> Stream.of(palette.branches(), palette.categories()))
                .forEach(colors -> assertApart(colors, kind));
    }

    private static void assertApart(List<String> colors, ColorVision.Kind kind) {
        assertThat(colors).hasSize(6);
        for (int i = 0; i < colors.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(ColorVision.difference(colors.get(i), colors.get(j), kind))
                        .as("%s and %s under %s", colors.get(i), colors.get(j), kind)
                        .isGreaterThanOrEqualTo(15);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void marksStandOutFromTheirBackground(Palette palette) {
        String surface = palette.tone(Tone.SURFACE);
        Stream.of(palette.branches(), palette.categories(), List.of(palette.others()))
                .flatMap(List::stream)
                .forEach(
                        color ->
                                assertThat(ColorVision.contrast(color, surface))
                                        .as(color)
                                        .isGreaterThanOrEqualTo(3));
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textIsReadable(Palette palette) {
        String surface = palette.tone(Tone.SURFACE);
        assertThat(ColorVision.contrast(palette.tone(Tone.INK), surface)).isGreaterThan(12);
        for (Tone tone : List.of(Tone.NEUTRAL, Tone.POSITIVE, Tone.NEGATIVE)) {
            assertThat(ColorVision.contrast(palette.tone(tone), surface))
                    .as(tone.name())
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @Test
    void branchesBeyondSixAreGrey() {
        assertThat(Palette.LIGHT.hex(new Color.Branch(6))).isEqualTo(Palette.LIGHT.others());
        assertThat(Inks.variables().css(new Color.Branch(6))).isEqualTo("var(--others)");
        assertThat(Inks.variables().css(new Color.Branch(5))).isEqualTo("var(--branch-5)");
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void everyVariableThatIsWrittenIsDeclared(Palette palette) {
        String declarations = Inks.declarations(palette);
        Stream<Color> colors =
                Stream.concat(
                        Stream.of(new Color.Branch(5), new Color.Branch(9), new Color.Category(0)),
                        Stream.of(Tone.values()));
        colors.map(Inks.variables()::css)
                .map(css -> css.replaceAll("var\\((.*)\\)", "$1:"))
                .forEach(name -> assertThat(declarations).contains(name));
    }
}
