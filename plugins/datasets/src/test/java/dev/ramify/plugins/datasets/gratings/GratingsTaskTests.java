package dev.ramify.plugins.datasets.gratings;

import static dev.ramify.plugins.datasets.gratings.GratingsFixture.SIDE;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.open;
import static dev.ramify.plugins.datasets.gratings.GratingsFixture.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.architecture.Shape;
import dev.ramify.api.data.Dataset;
import dev.ramify.api.data.Examples;
import dev.ramify.api.data.Factor;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.plugins.datasets.gratings.GratingsOptions.Content;
import org.junit.jupiter.api.Test;

class GratingsTaskTests {

    @Test
    void describesImagesClassesAndFactors() {
        try (Dataset dataset = open(options(0.05, Content.COLOUR), 1)) {
            assertThat(dataset.shape()).isEqualTo(new Shape(3, SIDE, SIDE));
            assertThat(dataset.train().size()).isEqualTo(320);
            assertThat(dataset.test().size()).isEqualTo(160);
            assertThat(dataset.classes()).hasSize(4).doesNotHaveDuplicates();
            assertThat(dataset.factors())
                    .extracting(Factor::name)
                    .containsExactly("coarse", "fine", "red-green", "blue-yellow");
        }
    }

    @Test
    void showsEveryCombinationOfLevelsEquallyOften() {
        try (Dataset dataset = open(options(0.05, Content.COLOUR), 1)) {
            int[] counts = new int[16];
            for (int i = 0; i < 320; i++) {
                int combination = 0;
                for (int factor = 0; factor < 4; factor++) {
                    combination = 2 * combination + dataset.train().level(i, factor);
                }
                counts[combination]++;
            }
            assertThat(counts).containsOnly(20);
        }
    }

    @Test
    void asksWhetherTheFactorsOfEachPairDiffer() {
        try (Dataset dataset = open(options(0.05, Content.COLOUR), 1)) {
            Examples train = dataset.train();
            int[] counts = new int[4];
            for (int i = 0; i < 320; i++) {
                boolean crossedPatterns = train.level(i, 0) != train.level(i, 1);
                boolean crossedColours = train.level(i, 2) != train.level(i, 3);
                String expected =
                        (crossedPatterns ? "crossed" : "parallel")
                                + " patterns, "
                                + (crossedColours ? "crossed" : "parallel")
                                + " colours";
                assertThat(dataset.classes().get(train.label(i))).isEqualTo(expected);
                counts[train.label(i)]++;
            }
            assertThat(counts).containsOnly(80);
        }
    }

    @Test
    void noSingleFactorTellsTheClass() {
        try (Dataset dataset = open(options(0.05, Content.COLOUR), 1)) {
            for (int factor = 0; factor < 4; factor++) {
                int[] counts = new int[8];
                for (int i = 0; i < 320; i++) {
                    counts[2 * dataset.train().label(i) + dataset.train().level(i, factor)]++;
                }
                assertThat(counts).containsOnly(40);
            }
        }
    }

    @Test
    void asksForOneDecisionWhereGrey() {
        try (Dataset dataset = open(options(0.05, Content.GREY), 1)) {
            assertThat(dataset.factors())
                    .extracting(Factor::name)
                    .containsExactly("coarse", "fine");
            assertThat(dataset.classes()).containsExactly("parallel patterns", "crossed patterns");
            for (int i = 0; i < 320; i++) {
                boolean crossed = dataset.train().level(i, 0) != dataset.train().level(i, 1);
                assertThat(dataset.train().label(i)).isEqualTo(crossed ? 1 : 0);
            }
        }
    }

    @Test
    void refusesFineGratingsThatAreNotFiner() {
        assertThatThrownBy(
                        () ->
                                new GratingsOptions(
                                        16, 64, 64, 0.05, 0.2, 0.3, 0.28, 30, Content.COLOUR))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessage(
                        "expected a frequency above that of the coarse gratings, 0.3, found 0.28");
    }

    @Test
    void refusesBandsThatPixelsCannotShow() {
        assertThatThrownBy(
                        () ->
                                new GratingsOptions(
                                        16, 64, 64, 0, 0.2, 0.1, 0.4, 30, Content.GREY_BANDS))
                .isInstanceOf(InvalidOptionException.class)
                .hasMessageContaining("is at most 0.5, found 0.4");
    }
}
