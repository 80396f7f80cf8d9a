package dev.ramify.api.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssignmentTests {

    private final Assignment branches =
            Assignment.of(List.of("b1", "b2"), new int[] {0, 0, 1, 1, 1});

    @Test
    void listsUnitsAndSizesOfBranches() {
        assertThat(branches.sizes()).containsExactly(2, 3);
        assertThat(branches.unitsOf(1)).containsExactly(2, 3, 4);
    }

    @Test
    void everyDivisionOfTheSameSizesIsEquallyLikely() {
        SplittableRandom random = new SplittableRandom(3);
        Map<Assignment, Integer> counts = new HashMap<>();
        for (int i = 0; i < 50_000; i++) {
            counts.merge(branches.permuted(random), 1, Integer::sum);
        }
        assertThat(counts).hasSize(10);
        // Five standard deviations of a tenth of 50,000.
        assertThat(counts.values()).allSatisfy(n -> assertThat(n).isCloseTo(5_000, within(336)));
    }

    @Test
    void onlyTheNamedUnitsAreDealtAnew() {
        SplittableRandom random = new SplittableRandom(4);
        Map<Assignment, Integer> counts = new HashMap<>();
        for (int i = 0; i < 10_000; i++) {
            counts.merge(branches.permuted(random, new int[] {1, 2, 4}), 1, Integer::sum);
        }
        // One of three places is in the first branch; units 0 and 3 stay.
        assertThat(counts).hasSize(3);
        assertThat(counts.keySet())
                .allSatisfy(
                        each -> {
                            assertThat(each.branchOf(0)).isZero();
                            assertThat(each.branchOf(3)).isEqualTo(1);
                        });
        assertThat(branches.unitsOf(0)).containsExactly(0, 1);
    }

    @Test
    void aBranchThatIsNotThereIsNamed() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Assignment.of(List.of("b1"), new int[] {0, 1}))
                .withMessage("unit 1 is in branch 1, but there are 1 branches");
    }
}
