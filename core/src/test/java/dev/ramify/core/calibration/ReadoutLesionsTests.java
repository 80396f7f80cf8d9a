package dev.ramify.core.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ramify.api.metric.Lesions.Replacement;
import org.junit.jupiter.api.Test;

class ReadoutLesionsTests {

    /** The first unit speaks for class 0, the second for class 1. */
    private final ReadoutLesions network =
            new ReadoutLesions(
                    new float[][] {{3, 1}, {0, 2}, {6, 3}},
                    new double[][] {{1, 0}, {0, 1}},
                    new int[] {0, 1, 0});

    @Test
    void theIntactNetworkAnswersByTheStrongerUnit() {
        assertThat(network.correct(new boolean[2], Replacement.ZERO)).containsExactly(2, 1);
    }

    @Test
    void aUnitThatGivesZeroIsNeverTheStronger() {
        assertThat(network.correct(new boolean[] {true, false}, Replacement.ZERO))
                .containsExactly(0, 1);
    }

    @Test
    void aUnitThatGivesItsMeanWinsWhereTheOtherIsBelowIt() {
        // The mean of the first unit is 3, against 1, 2 and 3; a tie goes to the first.
        assertThat(network.correct(new boolean[] {true, false}, Replacement.MEAN))
                .containsExactly(2, 0);
    }

    @Test
    void aResampledUnitGivesItsValueOnTheNextSample() {
        // The first unit gives 0, 6 and 3, against 1, 2 and 3.
        assertThat(network.correct(new boolean[] {true, false}, Replacement.RESAMPLE))
                .containsExactly(1, 0);
    }

    @Test
    void entriesForOtherUnitsAreRefused() {
        assertThatThrownBy(() -> network.correct(new boolean[3], Replacement.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the layer has 2 units, found entries for 3");
    }
}
