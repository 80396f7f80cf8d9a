package dev.ramify.numerics.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MapQualityTests {

    private final SplittableRandom random = new SplittableRandom(2);

    @Test
    void aMapThatKeepsAllDistancesIsPerfect() {
        double[][] points = new double[80][2];
        for (double[] point : points) {
            Arrays.setAll(point, d -> random.nextGaussian());
        }
        PlaneMap map = map(column(points, 0), column(points, 1));
        assertThat(MapQuality.of(points, map)).isEqualTo(new MapQuality(1, 1, 1));
    }

    @Test
    void aMapByChanceHasTheRecallOfChance() {
        double[][] points = new double[600][3];
        for (double[] point : points) {
            Arrays.setAll(point, d -> random.nextGaussian());
        }
        double[] x = random.doubles(600).toArray();
        double[] y = random.doubles(600).toArray();
        MapQuality quality = MapQuality.of(points, map(x, y));
        assertThat(quality.recall()).isCloseTo(10 / 599.0, within(.01));
        assertThat(quality.wideRecall()).isCloseTo(30 / 599.0, within(.01));
        assertThat(quality.trustworthiness()).isCloseTo(.5, within(.03));
    }

    @Test
    void trustworthinessCountsHowFarIntrudersCameFrom() {
        // On a line 0 1 2 3; in the map 1 and 3 have changed places. One neighbour each is looked
        // at: of 0 it is 3, of rank 3 (excess 2), of 2 it is 1 or 3, both of rank 1 to 2.
        double[][] points = {{0}, {1}, {2.1}, {3.3}};
        PlaneMap map = map(new double[] {0, 3.3, 2.1, 1}, new double[4]);
        // Neighbours in the map: of 0 it is 3 (rank 3), of 1 it is 2 (rank 2: 1.1 after 1.0),
        // of 2 it is 3 (rank 2: 1.2 after 1.1), of 3 it is 0 (rank 3): excess 2 + 1 + 1 + 2.
        double expected = 1 - 2 / (4 * 1 * (2 * 4 - 3 - 1.0)) * 6;
        assertThat(MapQuality.of(points, map).trustworthiness()).isCloseTo(expected, within(1e-12));
    }

    private static PlaneMap map(double[] x, double[] y) {
        return new PlaneMap(x, y, 10, 0, 0);
    }

    private static double[] column(double[][] rows, int column) {
        return Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
    }
}
