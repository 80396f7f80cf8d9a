package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.random.Seed;
import dev.ramify.numerics.grouping.KMeans;
import dev.ramify.numerics.linear.SingularVectors;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A division of units and inputs into groups that are connected mostly within: a spectral solution
 * of the normalized cut of the graph that has units and inputs as nodes (Shi and Malik 2000).
 *
 * <p>Nodes without connections belong to no group.
 *
 * @param value {@code sum_g cut(g) / vol(g)}: 0 where no connection leaves its group, about {@code
 *     groups - 1} for groups at random
 * @param unitGroup the group of every unit, -1 for none
 * @param inputGroup the group of every input, -1 for none
 */
record NormalizedCut(double value, int[] unitGroup, int[] inputGroup) {

    private static final int NONE = -1;

    /**
     * Divide.
     *
     * @param groups number of groups, at most as many as nodes with connections
     */
    static NormalizedCut of(Connections connections, int groups, Seed seed) {
        double[] units = connections.unitSums();
        double[] inputs = connections.inputSums();
        double[][] matrix = new double[units.length][inputs.length];
        for (int o = 0; o < units.length; o++) {
            for (int i = 0; i < inputs.length; i++) {
                double strength = connections.strengths()[o][i];
                matrix[o][i] = strength > 0 ? strength / Math.sqrt(units[o] * inputs[i]) : 0;
            }
        }
        SingularVectors vectors = SingularVectors.of(matrix, groups);
        double[][] points =
                Stream.concat(points(vectors.left(), units), points(vectors.right(), inputs))
                        .toArray(double[][]::new);
        int[] groupOf = KMeans.cluster(points, Math.min(groups, points.length), seed);
        int[] unitGroup = new int[units.length];
        int[] inputGroup = new int[inputs.length];
        int next = fill(unitGroup, units, groupOf, 0);
        fill(inputGroup, inputs, groupOf, next);
        return new NormalizedCut(cut(connections, unitGroup, inputGroup), unitGroup, inputGroup);
    }

    /** Return the coordinates of nodes with connections, divided by the roots of their volumes. */
    private static Stream<double[]> points(double[][] vectors, double[] volumes) {
        return IntStream.range(0, volumes.length)
                .filter(node -> volumes[node] > 0)
                .mapToObj(
                        node ->
                                Arrays.stream(vectors)
                                        .mapToDouble(
                                                vector -> vector[node] / Math.sqrt(volumes[node]))
                                        .toArray());
    }

    private static int fill(int[] groups, double[] volumes, int[] found, int from) {
        int next = from;
        for (int node = 0; node < groups.length; node++) {
            groups[node] = volumes[node] > 0 ? found[next++] : NONE;
        }
        return next;
    }

    private static double cut(Connections connections, int[] unitGroup, int[] inputGroup) {
        int groups =
                1
                        + IntStream.concat(Arrays.stream(unitGroup), Arrays.stream(inputGroup))
                                .max()
                                .orElseThrow();
        double[] volume = new double[groups];
        double[] within = new double[groups];
        for (int o = 0; o < unitGroup.length; o++) {
            for (int i = 0; i < inputGroup.length; i++) {
                double strength = connections.strengths()[o][i];
                if (strength > 0) {
                    volume[unitGroup[o]] += strength;
                    volume[inputGroup[i]] += strength;
                    within[unitGroup[o]] += unitGroup[o] == inputGroup[i] ? 2 * strength : 0;
                }
            }
        }
        double cut = 0;
        for (int g = 0; g < groups; g++) {
            cut += volume[g] > 0 ? (volume[g] - within[g]) / volume[g] : 0;
        }
        return cut;
    }
}
