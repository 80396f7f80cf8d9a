package dev.ramify.numerics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SparsityTests {

    @Test
    void oneOfFourPartsHasThePublishedValues() {
        double[] oneHot = {0, 0, 3, 0};
        assertThat(Sparsity.gini(oneHot)).isCloseTo(.75, within(1e-12));
        assertThat(Sparsity.hoyer(oneHot)).isCloseTo(1, within(1e-12));
        assertThat(Sparsity.trevesRolls(oneHot)).isCloseTo(1, within(1e-12));
    }

    @Test
    void equalPartsAreNotSparse() {
        double[] equal = {2, 2, 2, 2, 2};
        assertThat(Sparsity.gini(equal)).isCloseTo(0, within(1e-12));
        assertThat(Sparsity.hoyer(equal)).isCloseTo(0, within(1e-12));
        assertThat(Sparsity.trevesRolls(equal)).isCloseTo(0, within(1e-12));
    }

    @Test
    void nothingHasNoSparsity() {
        double[] nothing = {0, 0, 0};
        assertThat(Sparsity.gini(nothing)).isNaN();
        assertThat(Sparsity.hoyer(nothing)).isNaN();
        assertThat(Sparsity.trevesRolls(nothing)).isNaN();
    }

    @Test
    void unequalPartsAreComputedByHand() {
        // Ascending 1, 3: 1 - 2 (1/4 1.5/2 + 3/4 .5/2); (sqrt 2 - 4 / sqrt 10) / (sqrt 2 - 1).
        assertThat(Sparsity.gini(new double[] {3, 1})).isCloseTo(.25, within(1e-12));
        assertThat(Sparsity.hoyer(new double[] {3, 1}))
                .isCloseTo((Math.sqrt(2) - 4 / Math.sqrt(10)) / (Math.sqrt(2) - 1), within(1e-12));
        // a = 4 / 5, so (1 / 5) / (1 / 2).
        assertThat(Sparsity.trevesRolls(new double[] {3, 1})).isCloseTo(.4, within(1e-12));
    }
}
