package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.random.Seed;
import dev.ramify.numerics.grouping.KMeans;
import dev.ramify.numerics.linear.LeadingEigenvectors;
import dev.ramify.numerics.linear.SymmetricOperator;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Clusters of units by the size of their correlations. */
final class SpectralClusters {

    /** The cluster of a unit that does not vary. */
    static final int NONE = -1;

    private SpectralClusters() {}

    /** Return the cluster of every unit. */
    static int[] of(Correlations correlations, int clusters, Seed seed) {
        int[] units =
                IntStream.range(0, correlations.live().length)
                        .filter(unit -> correlations.live()[unit])
                        .toArray();
        double[][] sizes = correlations.sizes();
        double[] root = new double[units.length];
        for (int i = 0; i < units.length; i++) {
            root[i] = Math.sqrt(Arrays.stream(sizes[units[i]]).sum());
        }
        double[][] normalized = new double[units.length][units.length];
        for (int i = 0; i < units.length; i++) {
            for (int j = 0; j < units.length; j++) {
                double degrees = root[i] * root[j];
                normalized[i][j] = degrees > 0 ? sizes[units[i]][units[j]] / degrees : 0;
            }
        }
        int count = Math.min(clusters, units.length);
        double[][] vectors =
                LeadingEigenvectors.of(SymmetricOperator.of(normalized), count).vectors();
        int[] found = KMeans.cluster(rows(vectors, units.length), count, seed.derive("clusters"));
        int[] clusterOf = new int[correlations.live().length];
        Arrays.fill(clusterOf, NONE);
        for (int i = 0; i < units.length; i++) {
            clusterOf[units[i]] = found[i];
        }
        return clusterOf;
    }

    /** Turn vectors into one point per unit, on the unit sphere. */
    private static double[][] rows(double[][] vectors, int count) {
        double[][] rows = new double[count][vectors.length];
        for (int i = 0; i < count; i++) {
            double square = 0;
            for (int k = 0; k < vectors.length; k++) {
                rows[i][k] = vectors[k][i];
                square += rows[i][k] * rows[i][k];
            }
            for (int k = 0; k < vectors.length && square > 0; k++) {
                rows[i][k] /= Math.sqrt(square);
            }
        }
        return rows;
    }
}
