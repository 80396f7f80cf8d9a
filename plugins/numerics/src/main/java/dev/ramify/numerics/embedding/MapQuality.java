package dev.ramify.numerics.embedding;

import dev.ramify.numerics.Cores;
import java.util.Arrays;

/**
 * How far a map can be trusted. Over all points, or over some thousands of them evenly chosen where
 * there are more.
 *
 * @param trustworthiness of the {@link #TRUSTED} nearest in the map (Venna and Kaski 2001): 1 where
 *     all of them are nearest among the points, too; about .5 for chance
 * @param recall share of the {@link #RECALLED} nearest points that are among as many nearest in the
 *     map
 * @param wideRecall the same of the {@link #WIDELY} nearest
 */
public record MapQuality(double trustworthiness, double recall, double wideRecall) {

    /** Neighbours that trustworthiness looks at. */
    public static final int TRUSTED = 12;

    /** Neighbours of the recall. */
    public static final int RECALLED = 10;

    /** Neighbours of the wide recall. */
    public static final int WIDELY = 30;

    private static final int MOST = 4000;

    /**
     * Compare. Fewer neighbours are looked at where there are not that many points.
     *
     * @param points {@code [points][dimensions]}
     */
    public static MapQuality of(double[][] points, PlaneMap map) {
        double[][] plane = new double[points.length][];
        Arrays.setAll(plane, i -> new double[] {map.x()[i], map.y()[i]});
        int[] chosen = chosen(points.length);
        int most = Math.min(WIDELY, points.length - 1);
        int[][] near = NearestNeighbours.of(points, chosen, most).indices();
        int[][] shown = NearestNeighbours.of(plane, chosen, most).indices();
        int trusted = Math.min(TRUSTED, (points.length - 1) / 2);
        return new MapQuality(
                trustworthiness(points, chosen, shown, trusted),
                recall(near, shown, Math.min(RECALLED, most)),
                recall(near, shown, most));
    }

    private static int[] chosen(int points) {
        int count = Math.min(MOST, points);
        int[] chosen = new int[count];
        Arrays.setAll(chosen, k -> (int) ((long) k * points / count));
        return chosen;
    }

    private static double recall(int[][] near, int[][] shown, int count) {
        long common = 0;
        for (int i = 0; i < near.length; i++) {
            int[] sorted = Arrays.copyOf(shown[i], count);
            Arrays.sort(sorted);
            for (int k = 0; k < count; k++) {
                common += Arrays.binarySearch(sorted, near[i][k]) >= 0 ? 1 : 0;
            }
        }
        return common / ((double) near.length * count);
    }

    /** {@code 1 - 2 / (n k (2N - 3k - 1)) sum max(0, rank - k)} over neighbours in the map. */
    private static double trustworthiness(
            double[][] points, int[] chosen, int[][] shown, int count) {
        int total = points.length;
        double[] excess = new double[chosen.length];
        Cores.run(
                chosen.length,
                i -> {
                    double[] distances = new double[total];
                    for (int j = 0; j < total; j++) {
                        distances[j] = square(points[chosen[i]], points[j]);
                    }
                    for (int k = 0; k < count; k++) {
                        excess[i] += Math.max(0, rank(distances, chosen[i], shown[i][k]) - count);
                    }
                });
        double worst = (double) chosen.length * count * (2.0 * total - 3.0 * count - 1);
        return 1 - 2 / worst * Arrays.stream(excess).reduce(0, Double::sum);
    }

    private static int rank(double[] distances, int self, int other) {
        int nearer = 0;
        for (int j = 0; j < distances.length; j++) {
            nearer += j != self && distances[j] < distances[other] ? 1 : 0;
        }
        return nearer + 1;
    }

    private static double square(double[] one, double[] other) {
        double sum = 0;
        for (int d = 0; d < one.length; d++) {
            double difference = one[d] - other[d];
            sum += difference * difference;
        }
        return sum;
    }
}
