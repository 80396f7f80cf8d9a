package dev.ramify.numerics.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MatchingTests {

    @Test
    void theGreatestSumIsFoundWhereTakingTheGreatestFirstFails() {
        double[][] values = {{10, 9}, {9, 1}};
        assertThat(Matching.best(values)).containsExactly(1, 0);
    }

    @Test
    void agreesWithTryingAllMatchings() {
        for (long seed = 0; seed < 300; seed++) {
            double[][] values = random(seed);
            int[] columnOf = Matching.best(values);
            assertThat(Matching.sum(values, columnOf))
                    .as("seed %d", seed)
                    .isCloseTo(NaiveMatching.greatest(values), within(1e-9));
            int[] taken = Arrays.stream(columnOf).filter(c -> c != Matching.NONE).toArray();
            assertThat(taken)
                    .as("seed %d", seed)
                    .doesNotHaveDuplicates()
                    .hasSize(Math.min(values.length, values[0].length));
        }
    }

    @Test
    void contrastIsTheMeanOfMatchedPairsLessThatOfTheRest() {
        double[][] values = {{5, 1, 0}, {2, 4, 0}};
        assertThat(Matching.contrast(values)).isCloseTo(9 / 2.0 - 3 / 4.0, within(1e-12));
    }

    @Test
    void contrastDependsOnNoOrder() {
        double[][] values = {{5, 1, 0}, {2, 4, 0}};
        double[][] other = {{0, 4, 2}, {0, 1, 5}};
        assertThat(Matching.contrast(other)).isCloseTo(Matching.contrast(values), within(1e-12));
    }

    private static double[][] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
        int columns = values[0].length;
        for (int r = 0; r < values.length; r++) {
            values[r] = random.ints(columns, -4, 5).asDoubleStream().toArray();
        }
        return values;
    }
}
