package dev.ramify.numerics.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class TSneTests {

    @Test
    void groupsOfPointsStayApart() {
        double[][] points = groups(150, 3, 10, 8);
        PlaneMap map = TSne.of(points);
        double[][] plane = new double[points.length][];
        Arrays.setAll(plane, i -> new double[] {map.x()[i], map.y()[i]});
        int[][] nearest = NearestNeighbours.of(plane, 5).indices();
        for (int i = 0; i < points.length; i++) {
            for (int j : nearest[i]) {
                assertThat(j % 3).as("neighbour %d of %d", j, i).isEqualTo(i % 3);
            }
        }
        assertThat(map.hasConverged()).isTrue();
        assertThat(map.perplexity()).isEqualTo(30);
    }

    @Test
    void everyWidthHasThePerplexityThatIsAskedFor() {
        double[] squares = new SplittableRandom(4).doubles(60, 5, 900).sorted().toArray();
        double[] weights = Affinities.conditional(squares, 20);
        double entropy = -Arrays.stream(weights).map(p -> p > 0 ? p * Math.log(p) : 0).sum();
        assertThat(Math.exp(entropy)).isCloseTo(20, within(1e-6));
        assertThat(Arrays.stream(weights).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void bitsAreTheSameAtAnyNumberOfThreads() throws Exception {
        for (int size : new int[] {600, TSne.PAIRWISE + 100}) {
            double[][] points = groups(size, 4, 6, 2);
            TSneSettings settings = TSneSettings.usual(size).withSteps(20, 30);
            PlaneMap alone = run(1, points, settings);
            for (int threads : new int[] {2, 8}) {
                PlaneMap map = run(threads, points, settings);
                assertThat(map.x()).isEqualTo(alone.x());
                assertThat(map.y()).isEqualTo(alone.y());
                assertThat(map.divergence()).isEqualTo(alone.divergence());
            }
        }
    }

    @Test
    void pointsThatAreAllAlikeGiveAMapWithoutNumbersThatAreNone() {
        PlaneMap map = TSne.of(new double[30][5]);
        assertThat(map.x()).doesNotContain(Double.NaN);
        assertThat(map.divergence()).isFinite();
    }

    @Test
    void aPerplexityThatPointsCannotHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                TSne.of(
                                        groups(20, 2, 3, 1),
                                        TSneSettings.usual(20).withPerplexity(9)))
                .withMessageContaining("found 20 points and a perplexity of 9.0");
    }

    private static PlaneMap run(int threads, double[][] points, TSneSettings settings)
            throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> TSne.of(points, settings)).get();
        } finally {
            pool.shutdown();
        }
    }

    private static double[][] groups(int size, int groups, int dimensions, double apart) {
        SplittableRandom random = new SplittableRandom(11);
        double[][] centres = new double[groups][dimensions];
        for (double[] centre : centres) {
            Arrays.setAll(centre, d -> apart * random.nextGaussian());
        }
        double[][] points = new double[size][dimensions];
        for (int i = 0; i < size; i++) {
            double[] centre = centres[i % groups];
            Arrays.setAll(points[i], d -> centre[d] + random.nextGaussian());
        }
        return points;
    }
}
