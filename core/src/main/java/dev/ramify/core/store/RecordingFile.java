package dev.ramify.core.store;

import dev.ramify.api.data.Factor;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Recordings in files that NumPy reads: {@code activations/LAYER} [N, U], {@code branches/LAYER}
 * [U], {@code branch_names/LAYER}, {@code weights/LAYER}, {@code gates/LAYER} [N, B], {@code
 * labels} [N], {@code class_names}, {@code factors} [N, F], {@code factor_names}, {@code
 * levels/FACTOR}, {@code input_deviation} [C] and {@code input_covariance} [C, C].
 */
public final class RecordingFile {

    private static final long MOST_BYTES = Integer.MAX_VALUE - 64L;

    private RecordingFile() {}

    /** Write a recording. */
    public static void write(Path file, Recording recording) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (LayerRecording layer : recording.layers()) {
            write(layer, arrays);
        }
        int samples = recording.labels().length;
        int factors = recording.factors().size();
        int[] levels = new int[samples * factors];
        for (int f = 0; f < factors; f++) {
            for (int i = 0; i < samples; i++) {
                levels[i * factors + f] = recording.levels()[f][i];
            }
        }
        arrays.put("labels", NpyArray.of(recording.labels(), samples));
        arrays.put("class_names", NpyArray.of(recording.classes()));
        if (factors > 0) {
            arrays.put("factors", NpyArray.of(levels, samples, factors));
            arrays.put(
                    "factor_names",
                    NpyArray.of(recording.factors().stream().map(Factor::name).toList()));
            recording
                    .factors()
                    .forEach(
                            factor ->
                                    arrays.put(
                                            "levels/" + factor.name(),
                                            NpyArray.of(factor.levels())));
        }
        arrays.put(
                "input_deviation",
                NpyArray.of(recording.inputDeviation(), recording.inputDeviation().length));
        recording
                .covariance()
                .ifPresent(
                        covariance ->
                                arrays.put(
                                        "input_covariance",
                                        NpyArray.of(
                                                Stream.of(covariance)
                                                        .flatMapToDouble(DoubleStream::of)
                                                        .toArray(),
                                                covariance.length,
                                                covariance.length)));
        AtomicFile.write(file, out -> Npz.write(out, arrays));
    }

    private static void write(LayerRecording layer, Map<String, NpyArray> arrays) {
        Activations activations = layer.activations();
        float[] rows = new float[Math.multiplyExact(activations.samples(), activations.units())];
        activations.read(0, rows);
        arrays.put(
                "activations/" + layer.layer(),
                NpyArray.of(rows, activations.samples(), activations.units()));
        Assignment assignment = layer.assignment();
        int[] branches = new int[assignment.units()];
        for (int unit = 0; unit < branches.length; unit++) {
            branches[unit] = assignment.branchOf(unit);
        }
        arrays.put("branches/" + layer.layer(), NpyArray.of(branches, branches.length));
        arrays.put("branch_names/" + layer.layer(), NpyArray.of(assignment.branches()));
        layer.weights()
                .ifPresent(
                        weights ->
                                arrays.put(
                                        "weights/" + layer.layer(),
                                        NpyArray.of(
                                                weights.dup('c').data().asFloat(),
                                                weights.shape())));
        layer.gates()
                .ifPresent(
                        gates ->
                                arrays.put(
                                        "gates/" + layer.layer(),
                                        NpyArray.of(
                                                gates.dup('c').data().asFloat(), gates.shape())));
    }

    /**
     * Read a recording that was written here.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    public static Recording read(Path file) {
        try {
            return recording(Npz.read(file, MOST_BYTES));
        } catch (IOException | ArrayFormatException e) {
            throw new DamagedFileException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static Recording recording(Map<String, NpyArray> arrays) {
        List<LayerRecording> layers = new ArrayList<>();
        for (String name : arrays.keySet()) {
            if (name.startsWith("activations/")) {
                layers.add(layer(name.substring("activations/".length()), arrays));
            }
        }
        int[] labels = array(arrays, "labels").ints();
        List<Factor> factors = new ArrayList<>();
        NpyArray names = arrays.get("factor_names");
        if (names != null) {
            for (String name : names.texts()) {
                factors.add(new Factor(name, array(arrays, "levels/" + name).texts()));
            }
        }
        int[][] levels = new int[factors.size()][labels.length];
        int[] flat = factors.isEmpty() ? new int[0] : array(arrays, "factors").ints();
        for (int i = 0; i < flat.length; i++) {
            levels[i % factors.size()][i / factors.size()] = flat[i];
        }
        return new Recording(
                layers,
                array(arrays, "class_names").texts(),
                labels,
                factors,
                levels,
                array(arrays, "input_deviation").doubles(),
                square(arrays.get("input_covariance")));
    }

    private static double[][] square(@Nullable NpyArray array) {
        if (array == null) {
            return new double[0][];
        }
        int size = Math.toIntExact(array.header().shape().get(0));
        double[] flat = array.doubles();
        double[][] rows = new double[size][];
        Arrays.setAll(rows, row -> Arrays.copyOfRange(flat, row * size, (row + 1) * size));
        return rows;
    }

    private static LayerRecording layer(String name, Map<String, NpyArray> arrays) {
        return new LayerRecording(
                name,
                Assignment.of(
                        array(arrays, "branch_names/" + name).texts(),
                        array(arrays, "branches/" + name).ints()),
                Activations.of(matrix(array(arrays, "activations/" + name))),
                optional(arrays.get("weights/" + name)),
                optional(arrays.get("gates/" + name)));
    }

    private static @Nullable INDArray optional(@Nullable NpyArray array) {
        return array == null ? null : matrix(array);
    }

    private static INDArray matrix(NpyArray array) {
        long[] shape = array.header().shape().stream().mapToLong(Long::longValue).toArray();
        return Nd4j.create(array.floats(), shape, 'c');
    }

    private static NpyArray array(Map<String, NpyArray> arrays, String name) {
        NpyArray array = arrays.get(name);
        if (array == null) {
            throw new ArrayFormatException(
                    "there is no array '%s', only %s".formatted(name, arrays.keySet()));
        }
        return array;
    }
}
