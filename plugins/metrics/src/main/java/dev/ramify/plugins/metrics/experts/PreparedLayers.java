package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.Groups;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Two layers group by group.
 *
 * @param other name of the layer below
 * @param below {@code [groups][experts]} shares of the layer below
 * @param above of the measured layer
 * @param names of the groups as they were recorded
 * @param order the group of the layer below that stands beside each group of the measured one
 * @param bySamples the information sample by sample, where it is known
 */
record PreparedLayers(
        String other,
        double[][] below,
        double[][] above,
        List<String> names,
        int[] order,
        OptionalDouble bySamples)
        implements PreparedMetric {

    static PreparedLayers of(
            String other,
            double[][] below,
            double[][] above,
            List<String> names,
            OptionalDouble bySamples) {
        return new PreparedLayers(
                other, below, above, names, IntStream.range(0, above.length).toArray(), bySamples);
    }

    /** Names tell where a group went. */
    @Override
    public Optional<PreparedMetric> forShuffle(MetricInput shuffled) {
        Groups groups = shuffled.recording().groups().orElseThrow();
        Map<String, Integer> places = new HashMap<>();
        for (int group = 0; group < names.size(); group++) {
            places.put(names.get(group), group);
        }
        int[] permuted = groups.names().stream().mapToInt(places::get).toArray();
        return Optional.of(new PreparedLayers(other, below, above, names, permuted, bySamples));
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        double[][] table = new double[below[0].length][above[0].length];
        for (int group = 0; group < above.length; group++) {
            double[] shares = below[order[group]];
            for (int i = 0; i < shares.length; i++) {
                if (shares[i] > 0) {
                    add(table[i], shares[i], above[group]);
                }
            }
        }
        return new double[] {Entropies.mutual(table)};
    }

    private static void add(double[] row, double weight, double[] shares) {
        for (int j = 0; j < shares.length; j++) {
            row[j] += weight * shares[j];
        }
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {Math.min(entropy(below), entropy(above))};
    }

    private static double entropy(double[][] shares) {
        double[] sum = new double[shares[0].length];
        for (double[] row : shares) {
            add(sum, 1, row);
        }
        return Entropies.of(sum);
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return "with %s, %d groups".formatted(other, above.length);
    }

    @Override
    public List<Description> descriptions() {
        return bySamples.stream()
                .mapToObj(
                        value ->
                                new Description(
                                        Subject.layer().and(Subject.PROPERTY, "by-samples"),
                                        value,
                                        "with " + other))
                .toList();
    }
}
