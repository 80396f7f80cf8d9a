package dev.ramify.plugins.metrics.weights;

import dev.ramify.plugins.metrics.NaiveClusters;
import java.util.SplittableRandom;

/** The normalized cut of a spectral clustering, on the graph of units and inputs as such. */
final class NaiveCut {

    private NaiveCut() {}

    /**
     * Cluster, and add up {@code cut / volume}.
     *
     * @param weights {@code [units][inputs]}, none of them zero
     */
    static double of(double[][] weights, int clusters) {
        double[][] graph = graph(weights);
        double[][] points = NaiveClusters.embedding(graph, clusters);
        for (int node = 0; node < graph.length; node++) {
            for (int k = 0; k < clusters; k++) {
                points[node][k] /= Math.sqrt(NaiveClusters.degree(graph, node));
            }
        }
        int[] clusterOf = NaiveClusters.tightest(points, clusters);
        double sum = 0;
        for (int c = 0; c < clusters; c++) {
            double cut = 0;
            double volume = 0;
            for (int i = 0; i < graph.length; i++) {
                for (int j = 0; j < graph.length && clusterOf[i] == c; j++) {
                    volume += graph[i][j];
                    cut += clusterOf[j] == c ? 0 : graph[i][j];
                }
            }
            sum += volume > 0 ? cut / volume : 0;
        }
        return sum;
    }

    private static double[][] graph(double[][] weights) {
        int units = weights.length;
        double[][] graph = new double[units + weights[0].length][units + weights[0].length];
        for (int o = 0; o < units; o++) {
            for (int i = 0; i < weights[0].length; i++) {
                graph[o][units + i] = Math.abs((float) weights[o][i]);
                graph[units + i][o] = graph[o][units + i];
            }
        }
        return graph;
    }

    /** Random weights that lean towards groups. */
    static double[][] leaning(int units, int inputs, int groups, SplittableRandom random) {
        double[][] weights = new double[units][inputs];
        for (int o = 0; o < units; o++) {
            for (int i = 0; i < inputs; i++) {
                double size = (o % groups == i % groups ? 2 : 1) * (.2 + random.nextDouble());
                weights[o][i] = random.nextBoolean() ? size : -size;
            }
        }
        return weights;
    }
}
