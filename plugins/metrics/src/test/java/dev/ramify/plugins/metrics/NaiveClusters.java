package dev.ramify.plugins.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/** Spectral clustering of few nodes: a full decomposition, and k-means by trying everything. */
public final class NaiveClusters {

    private NaiveClusters() {}

    /**
     * Return the leading eigenvectors of {@code D^-1/2 A D^-1/2} as one point per node.
     *
     * @param graph weights of edges {@code [nodes][nodes]}, symmetric
     */
    public static double[][] embedding(double[][] graph, int dimensions) {
        int nodes = graph.length;
        double[][] normalized = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                normalized[i][j] = graph[i][j] / Math.sqrt(degree(graph, i) * degree(graph, j));
            }
        }
        var decomposition = new EigenDecompositionSymmetric(new Array2DRowRealMatrix(normalized));
        int[] descending =
                IntStream.range(0, nodes)
                        .boxed()
                        .sorted(Comparator.comparingDouble(k -> -decomposition.getEigenvalue(k)))
                        .mapToInt(k -> k)
                        .toArray();
        double[][] points = new double[nodes][dimensions];
        for (int k = 0; k < dimensions; k++) {
            for (int i = 0; i < nodes; i++) {
                points[i][k] = decomposition.getEigenvector(descending[k]).getEntry(i);
            }
        }
        return points;
    }

    /** Return the sum of the weights of a node's edges. */
    public static double degree(double[][] graph, int node) {
        return Arrays.stream(graph[node]).sum();
    }

    /** Try all divisions of points into at most so many clusters; keep the tightest. */
    public static int[] tightest(double[][] points, int clusters) {
        int[] best = new int[points.length];
        double least = Double.POSITIVE_INFINITY;
        int[] clusterOf = new int[points.length];
        for (long each = 0; each < Math.pow(clusters, points.length - 1); each++) {
            long rest = each;
            // The first point stays in the first cluster: names of clusters do not matter.
            for (int i = 1; i < points.length; i++) {
                clusterOf[i] = (int) (rest % clusters);
                rest /= clusters;
            }
            double spread = spread(points, clusterOf, clusters);
            if (spread < least) {
                least = spread;
                best = clusterOf.clone();
            }
        }
        return best;
    }

    /** Add up squared distances from the means of clusters. */
    private static double spread(double[][] points, int[] clusterOf, int clusters) {
        int dimensions = points[0].length;
        double[] sums = new double[clusters * dimensions];
        int[] sizes = new int[clusters];
        double spread = 0;
        for (int i = 0; i < points.length; i++) {
            sizes[clusterOf[i]]++;
            for (int k = 0; k < dimensions; k++) {
                sums[clusterOf[i] * dimensions + k] += points[i][k];
                spread += points[i][k] * points[i][k];
            }
        }
        for (int at = 0; at < sums.length; at++) {
            int size = sizes[at / dimensions];
            spread -= size == 0 ? 0 : sums[at] * sums[at] / size;
        }
        return spread;
    }
}
