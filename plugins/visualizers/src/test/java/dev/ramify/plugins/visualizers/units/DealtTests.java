package dev.ramify.plugins.visualizers.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import org.junit.jupiter.api.Test;

class DealtTests {

    private static final Assignment BRANCHES =
            Assignment.of(List.of("a", "b"), new int[] {0, 0, 0, 1, 1, 1});

    @Test
    void pIsTheShareOfDivisionsThatAreAsExtreme() {
        // Units 0 to 2 together: one of the 20 divisions, so that 5 % are as great.
        Dealt dealt = Dealt.of(BRANCHES, DealtTests::together, 20_000, new Seed(1));
        assertThat(dealt.p()).isCloseTo(.05, within(.006));
        assertThat(dealt.mean()).isCloseTo(.05, within(.006));
    }

    @Test
    void pIsNeverZero() {
        Dealt dealt = new Dealt(9, new double[] {1, 2, 3});
        assertThat(dealt.p()).isEqualTo(.25);
    }

    private static double together(Assignment branches) {
        return branches.branchOf(0) == 0 && branches.branchOf(1) == 0 && branches.branchOf(2) == 0
                ? 1
                : 0;
    }
}
