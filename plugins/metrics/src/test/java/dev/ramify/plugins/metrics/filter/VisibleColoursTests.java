package dev.ramify.plugins.metrics.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VisibleColoursTests {

    @Test
    void greyImagesLeaveTheMeanOfTheChannels() {
        VisibleColours grey = VisibleColours.of(new double[][] {{2, 2, 2}, {2, 2, 2}, {2, 2, 2}});
        double[][] filter = {{1, 6}, {2, 0}, {3, 0}};
        grey.project(filter);
        assertThat(grey.single()).isTrue();
        for (double[] channel : filter) {
            assertThat(channel).containsExactly(new double[] {2, 2}, within(1e-12));
        }
    }

    @Test
    void imagesOfTwoColoursKeepBoth() {
        // Red and green vary apart, blue never does.
        VisibleColours colours =
                VisibleColours.of(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 0}});
        double[][] filter = {{1}, {2}, {3}};
        colours.project(filter);
        assertThat(colours.single()).isFalse();
        assertThat(new double[] {filter[0][0], filter[1][0], filter[2][0]})
                .containsExactly(new double[] {1, 2, 0}, within(1e-12));
    }

    @Test
    void imagesOfAllColoursChangeNoBit() {
        double[][] filter = {{0.1}, {0.2}, {0.3}};
        VisibleColours.of(new double[][] {{1, .9, .9}, {.9, 1, .9}, {.9, .9, 1}}).project(filter);
        assertThat(filter).isDeepEqualTo(new double[][] {{0.1}, {0.2}, {0.3}});
    }

    @Test
    void imagesThatDoNotVaryAtAllTakeNothingOff() {
        assertThat(VisibleColours.of(new double[3][3]).directions()).hasSize(3);
    }
}
