package dev.ramify.plugins.metrics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.plugins.metrics.Contingency;
import dev.ramify.plugins.metrics.NaivePartitions;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AdjustedRandTests {

    @Test
    void agreesWithCountingPairs() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] one = random.ints(30, 0, 2 + random.nextInt(6)).toArray();
            int[] other =
                    Arrays.stream(one).map(group -> (group + random.nextInt(2)) % 4).toArray();
            assertThat(of(one, other))
                    .as("seed %d", seed)
                    .isCloseTo(NaivePartitions.adjustedRand(one, other), within(1e-12));
        }
    }

    @Test
    void hasTheValuesOfTextbookExamples() {
        // Both join 1 pair, the first 2 and the second 1 of 6 pairs: (1 - 2/6) / (3/2 - 2/6).
        assertThat(of(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}))
                .isCloseTo(4 / 7.0, within(1e-12));
        assertThat(of(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0})).isCloseTo(1, within(1e-12));
        assertThat(of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
                .isCloseTo(-.5, within(1e-12));
    }

    @Test
    void isUndefinedWhereAnyTwoPartitionsAgreeAsWell() {
        assertThat(of(new int[] {0, 1, 2}, new int[] {2, 0, 1})).isNaN();
        assertThat(of(new int[] {0, 0, 0}, new int[] {0, 0, 0})).isNaN();
        assertThat(of(new int[] {0}, new int[] {0})).isNaN();
    }

    private static double of(int[] one, int[] other) {
        Contingency counts = Contingency.of(one, other);
        return new AdjustedRand(counts.sizes(), counts.otherSizes()).of(counts.table());
    }
}
