package dev.ramify.plugins.metrics;

import dev.ramify.api.data.Factor;
import dev.ramify.api.metric.Lesions;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes inputs of metrics by hand. */
public final class Inputs {

    private static final double[] RGB_DEVIATION = {1, 1, 1};

    private Inputs() {}

    /** Branches {@code b1, b2 ...} of given sizes, units in order. */
    public static Assignment branches(int... sizes) {
        List<String> names = new ArrayList<>();
        int[] branchOf = new int[Arrays.stream(sizes).sum()];
        int unit = 0;
        for (int size : sizes) {
            Arrays.fill(branchOf, unit, unit + size, names.size());
            names.add("b" + (names.size() + 1));
            unit += size;
        }
        return Assignment.of(names, branchOf);
    }

    /** A layer {@code conv1} without samples. */
    public static MetricInput ofAssignment(Assignment assignment) {
        return of(
                new LayerRecording(
                        "conv1",
                        assignment,
                        new RowActivations(new float[0][], assignment.units()),
                        null),
                List.of(),
                new int[0],
                List.of(),
                new int[0][],
                RGB_DEVIATION);
    }

    /** A layer {@code conv1} with classes and factors, whose levels are numbered. */
    public static MetricInput ofActivations(
            Assignment assignment, float[][] rows, int[] labels, int[]... levels) {
        List<Factor> factors = new ArrayList<>();
        for (int f = 0; f < levels.length; f++) {
            factors.add(new Factor("factor" + f, numbered("level", levels[f])));
        }
        return of(
                new LayerRecording(
                        "conv1", assignment, new RowActivations(rows, assignment.units()), null),
                labels.length == 0 ? List.of() : numbered("class", labels),
                labels,
                factors,
                levels,
                RGB_DEVIATION);
    }

    /** A layer {@code conv1} with filters {@code [units][channels][positions]}, square. */
    public static MetricInput ofFilters(
            Assignment assignment, double[][][] filters, double... deviation) {
        int side = (int) Math.round(Math.sqrt(filters[0][0].length));
        float[] flat = new float[filters.length * filters[0].length * side * side];
        int i = 0;
        for (double[][] filter : filters) {
            for (double[] channel : filter) {
                for (double weight : channel) {
                    flat[i++] = (float) weight;
                }
            }
        }
        INDArray weights =
                Nd4j.createFromArray(flat).reshape(filters.length, filters[0].length, side, side);
        return of(
                new LayerRecording(
                        "conv1",
                        assignment,
                        new RowActivations(new float[0][], assignment.units()),
                        weights),
                List.of(),
                new int[0],
                List.of(),
                new int[0][],
                deviation);
    }

    private static MetricInput of(
            LayerRecording layer,
            List<String> classes,
            int[] labels,
            List<Factor> factors,
            int[][] levels,
            double[] deviation) {
        return new MetricInput(
                new Recording(List.of(layer), classes, labels, factors, levels, deviation),
                layer,
                new Seed(7));
    }

    /** Random activations {@code [samples][units]}, standard normal. */
    public static float[][] noise(int samples, int units, RandomGenerator random) {
        float[][] rows = new float[samples][units];
        for (float[] row : rows) {
            for (int unit = 0; unit < units; unit++) {
                row[unit] = (float) random.nextGaussian();
            }
        }
        return rows;
    }

    /** A layer with weights {@code [units][inputs]}, each standing for a kernel of one. */
    public static LayerRecording layer(String name, Assignment assignment, double[][] weights) {
        return new LayerRecording(
                name,
                assignment,
                new RowActivations(new float[0][], assignment.units()),
                weights.length == 0 ? null : Nd4j.createFromArray(weights).castTo(DataType.FLOAT));
    }

    /** A layer with activations alone. */
    public static LayerRecording layer(String name, Assignment assignment, float[][] rows) {
        return new LayerRecording(
                name, assignment, new RowActivations(rows, assignment.units()), null);
    }

    /** The last of several layers, without classes and factors. */
    public static MetricInput last(LayerRecording... layers) {
        return measuring(layers.length - 1, layers);
    }

    /** One of several layers, without classes and factors. */
    public static MetricInput measuring(int index, LayerRecording... layers) {
        Recording recording =
                new Recording(
                        List.of(layers),
                        List.of(),
                        new int[0],
                        List.of(),
                        new int[0][],
                        RGB_DEVIATION);
        return new MetricInput(recording, layers[index], new Seed(7));
    }

    /** The same input with gates {@code [samples][branches]}. */
    public static MetricInput withGates(MetricInput input, float[][] gates) {
        LayerRecording layer = input.layer().withGates(Nd4j.createFromArray(gates));
        return input.with(input.recording().withLayer(layer), layer);
    }

    /** The same input with a network to run. */
    public static MetricInput withLesions(MetricInput input, Lesions lesions) {
        return new MetricInput(input.recording(), input.layer(), input.seed(), lesions);
    }

    /** The same input, of images whose channels vary as given. */
    public static MetricInput withCovariance(MetricInput input, double[][] covariance) {
        Recording known = input.recording();
        Recording recording =
                new Recording(
                        known.layers(),
                        known.classes(),
                        known.labels(),
                        known.factors(),
                        known.levels(),
                        known.inputDeviation(),
                        covariance);
        return input.with(recording, input.layer());
    }

    /** The same input with another seed. */
    public static MetricInput withSeed(MetricInput input, long seed) {
        return new MetricInput(
                input.recording(), input.layer(), new Seed(seed), input.lesions().orElse(null));
    }

    /** The same input under another assignment. */
    public static MetricInput withAssignment(MetricInput input, Assignment assignment) {
        LayerRecording layer = input.layer().withAssignment(assignment);
        return input.with(input.recording().withLayer(layer), layer);
    }

    /** Put the units of activations {@code [samples][units]} into another order. */
    public static float[][] reordered(float[][] rows, int[] order) {
        float[][] reordered = new float[rows.length][order.length];
        for (int n = 0; n < rows.length; n++) {
            for (int unit = 0; unit < order.length; unit++) {
                reordered[n][unit] = rows[n][order[unit]];
            }
        }
        return reordered;
    }

    /** Put the units of branches into another order. */
    public static Assignment reordered(Assignment branches, int[] order) {
        return Assignment.of(
                branches.branches(), IntStream.of(order).map(branches::branchOf).toArray());
    }

    /** Return the numbers below a size in random order. */
    public static int[] shuffled(int size, RandomGenerator random) {
        int[] order = IntStream.range(0, size).toArray();
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    private static List<String> numbered(String name, int[] indices) {
        int count = Math.max(2, Arrays.stream(indices).max().orElse(0) + 1);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add(name + i);
        }
        return names;
    }
}
