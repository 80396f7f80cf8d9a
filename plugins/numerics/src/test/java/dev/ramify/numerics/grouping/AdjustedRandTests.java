package dev.ramify.numerics.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
                    .isCloseTo(naive(one, other), within(1e-12));
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

    /** Count pairs of members that are joined by both, by one, by the other, by none. */
    private static double naive(int[] one, int[] other) {
        double both = 0;
        double first = 0;
        double second = 0;
        double pairs = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < i; j++) {
                boolean joined = one[i] == one[j];
                boolean otherJoined = other[i] == other[j];
                both += joined && otherJoined ? 1 : 0;
                first += joined ? 1 : 0;
                second += otherJoined ? 1 : 0;
                pairs++;
            }
        }
        double expected = first * second / pairs;
        return (both - expected) / ((first + second) / 2 - expected);
    }
}
