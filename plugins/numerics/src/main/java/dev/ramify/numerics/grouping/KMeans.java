package dev.ramify.numerics.grouping;

import dev.ramify.api.random.Seed;
import dev.ramify.numerics.linear.Vectors;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Clusters points by k-means (Lloyd 1982), started ten times with k-means++ (Arthur and
 * Vassilvitskii 2007).
 */
public final class KMeans {

    private static final int STARTS = 10;
    private static final int STEPS = 100;

    private final double[][] points;

    /** The points once more, one dimension after another, which is faster to run through. */
    private final double[][] coordinates;

    private final double[][] centres;
    private final int[] clusterOf;

    private KMeans(double[][] points, double[][] coordinates, int clusters) {
        this.points = points;
        this.coordinates = coordinates;
        this.centres = new double[clusters][];
        this.clusterOf = new int[points.length];
    }

    /**
     * Cluster.
     *
     * @param points {@code [points][dimensions]}
     * @param clusters how many, at most as many as points
     * @return for each point its cluster; clusters are numbered in the order of their first points
     */
    public static int[] cluster(double[][] points, int clusters, Seed seed) {
        int[] best = new int[points.length];
        double least = Double.POSITIVE_INFINITY;
        double[][] coordinates = Vectors.transposed(points);
        for (int start = 0; start < STARTS; start++) {
            KMeans attempt = new KMeans(points, coordinates, clusters);
            double inertia = attempt.run(seed.derive("start", start).generator());
            if (inertia < least) {
                least = inertia;
                best = attempt.clusterOf;
            }
        }
        return renumbered(best, clusters);
    }

    private double run(RandomGenerator random) {
        plant(random);
        double inertia = assign();
        for (int step = 0; step < STEPS; step++) {
            move();
            double next = assign();
            if (!(next < inertia)) {
                break;
            }
            inertia = next;
        }
        return inertia;
    }

    /** Choose centres among the points, far ones more likely. */
    private void plant(RandomGenerator random) {
        centres[0] = points[random.nextInt(points.length)].clone();
        double[] nearest = new double[points.length];
        Arrays.fill(nearest, Double.POSITIVE_INFINITY);
        for (int k = 1; k < centres.length; k++) {
            double total = 0;
            double[] distances = distances(centres[k - 1]);
            for (int i = 0; i < points.length; i++) {
                nearest[i] = Math.min(nearest[i], distances[i]);
                total += nearest[i];
            }
            double left = random.nextDouble() * total;
            int chosen = 0;
            for (int i = 0; i < points.length; i++) {
                left -= nearest[i];
                if (nearest[i] > 0) {
                    chosen = i;
                    if (left < 0) {
                        break;
                    }
                }
            }
            centres[k] = points[chosen].clone();
        }
    }

    private double assign() {
        double[] least = new double[points.length];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int k = 0; k < centres.length; k++) {
            double[] distances = distances(centres[k]);
            for (int i = 0; i < points.length; i++) {
                if (distances[i] < least[i]) {
                    least[i] = distances[i];
                    clusterOf[i] = k;
                }
            }
        }
        double inertia = 0;
        for (double distance : least) {
            inertia += distance;
        }
        return inertia;
    }

    /** A centre without points stays where it is. */
    private void move() {
        int[] sizes = new int[centres.length];
        double[][] sums = new double[centres.length][points[0].length];
        for (int i = 0; i < points.length; i++) {
            sizes[clusterOf[i]]++;
            Vectors.add(1, points[i], sums[clusterOf[i]]);
        }
        for (int k = 0; k < centres.length; k++) {
            if (sizes[k] > 0) {
                Vectors.scale(1.0 / sizes[k], sums[k]);
                centres[k] = sums[k];
            }
        }
    }

    /** Compute the squared distance of every point. */
    private double[] distances(double[] centre) {
        double[] distances = new double[points.length];
        for (int d = 0; d < centre.length; d++) {
            double[] values = coordinates[d];
            double own = centre[d];
            for (int i = 0; i < distances.length; i++) {
                double difference = values[i] - own;
                distances[i] += difference * difference;
            }
        }
        return distances;
    }

    private static int[] renumbered(int[] clusterOf, int clusters) {
        int[] number = new int[clusters];
        Arrays.fill(number, -1);
        int next = 0;
        int[] renumbered = new int[clusterOf.length];
        for (int i = 0; i < clusterOf.length; i++) {
            if (number[clusterOf[i]] < 0) {
                number[clusterOf[i]] = next++;
            }
            renumbered[i] = number[clusterOf[i]];
        }
        return renumbered;
    }
}
