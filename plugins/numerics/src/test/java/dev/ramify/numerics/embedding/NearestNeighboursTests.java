package dev.ramify.numerics.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestNeighboursTests {

    @Test
    void agreeWithSortingAllPointsByDistance() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] points = new double[700][];
        for (int i = 0; i < points.length; i++) {
            // Whole numbers, so that many distances are equal.
            points[i] = new double[] {random.nextInt(9), random.nextInt(9), random.nextInt(9)};
        }
        NearestNeighbours found = NearestNeighbours.of(points, 17);
        for (int i = 0; i < points.length; i += 23) {
            int own = i;
            int[] expected =
                    IntStream.range(0, points.length)
                            .filter(j -> j != own)
                            .boxed()
                            .sorted(
                                    Comparator.comparingDouble(
                                                    (Integer j) -> square(points[own], points[j]))
                                            .thenComparing(j -> j))
                            .limit(17)
                            .mapToInt(j -> j)
                            .toArray();
            assertThat(found.indices()[i]).as("point %d", i).containsExactly(expected);
            assertThat(found.squares()[i][16]).isEqualTo(square(points[i], points[expected[16]]));
        }
    }

    @Test
    void moreNeighboursThanPointsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NearestNeighbours.of(new double[3][1], 3))
                .withMessage("3 points have 1 to 2 neighbours each, not 3");
    }

    private static double square(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            sum += (one[d] - other[d]) * (one[d] - other[d]);
        }
        return sum;
    }
}
