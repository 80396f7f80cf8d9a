package dev.ramify.core.calibration;

import dev.ramify.api.data.Factor;
import dev.ramify.api.metric.Lesions;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Puts made data into recordings. */
final class Layers {

    private static final double[] RGB_DEVIATION = {1, 1, 1};

    private Layers() {}

    /** Divide units in order into branches {@code b1, b2 ...} of equal size. */
    static Assignment branches(int count, int size) {
        int[] branchOf = IntStream.range(0, count * size).map(unit -> unit / size).toArray();
        return Assignment.of(
                IntStream.rangeClosed(1, count).mapToObj(b -> "b" + b).toList(), branchOf);
    }

    /** Record a layer with activations {@code [samples][units]}. */
    static LayerRecording active(Assignment branches, float[][] rows) {
        return new LayerRecording(
                "conv1", branches, Activations.of(Nd4j.createFromArray(rows)), null);
    }

    /** Record a layer of which the weights alone matter; it has one silent sample. */
    static LayerRecording weighted(String name, Assignment branches, @Nullable INDArray weights) {
        float[][] silent = new float[1][branches.units()];
        return new LayerRecording(
                name, branches, Activations.of(Nd4j.createFromArray(silent)), weights);
    }

    /** Join factors of two levels, {@code factor0, factor1 ...}, with a layer. */
    static MetricInput withFactors(LayerRecording layer, int[][] levels, Seed seed) {
        List<Factor> factors = new ArrayList<>();
        for (int f = 0; f < levels.length; f++) {
            factors.add(new Factor("factor" + f, List.of("level0", "level1")));
        }
        return input(List.of(layer), List.of(), new int[0], factors, levels, seed, null);
    }

    /** Join classes {@code class0, class1 ...} with a layer. */
    static MetricInput withClasses(
            LayerRecording layer, int classes, int[] labels, Seed seed, @Nullable Lesions network) {
        List<String> names = IntStream.range(0, classes).mapToObj(c -> "class" + c).toList();
        return input(List.of(layer), names, labels, List.of(), new int[0][], seed, network);
    }

    /** Measure the last of some layers. */
    static MetricInput bare(List<LayerRecording> layers, Seed seed) {
        return input(layers, List.of(), new int[0], List.of(), new int[0][], seed, null);
    }

    private static MetricInput input(
            List<LayerRecording> layers,
            List<String> classes,
            int[] labels,
            List<Factor> factors,
            int[][] levels,
            Seed seed,
            @Nullable Lesions network) {
        return new MetricInput(
                new Recording(layers, classes, labels, factors, levels, RGB_DEVIATION),
                layers.get(layers.size() - 1),
                seed,
                network);
    }

    /** Draw standard normal numbers {@code [rows][columns]}. */
    static double[][] gaussian(int rows, int columns, RandomGenerator random) {
        double[][] drawn = new double[rows][columns];
        for (double[] row : drawn) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return drawn;
    }
}
