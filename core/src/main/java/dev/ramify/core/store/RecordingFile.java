package dev.ramify.core.store;

import dev.ramify.api.data.DataException;
import dev.ramify.api.data.Factor;
import dev.ramify.api.recording.Activations;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.Floats;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import dev.ramify.core.recording.RecordingReader;
import dev.ramify.core.store.AtomicFile.Contents;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Recordings in files that NumPy reads: {@code activations/LAYER} [N, U], {@code branches/LAYER}
 * [U], {@code branch_names/LAYER}, {@code families/LAYER}, {@code weights/LAYER}, {@code
 * gates/LAYER} [N, B], {@code labels} [N], {@code class_names}, {@code factors} [N, F], {@code
 * factor_names}, {@code levels/FACTOR}, {@code input_deviation} [C] and {@code input_covariance}
 * [C, C].
 */
public final class RecordingFile {

    private RecordingFile() {}

    /** Write a recording. */
    public static void write(Path file, Recording recording) {
        AtomicFile.write(file, of(recording));
    }

    /** Return what a recording is written as. */
    public static Contents of(Recording recording) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        for (LayerRecording layer : recording.layers()) {
            write(layer, arrays);
        }
        int samples = recording.samples();
        int factors = recording.factors().size();
        int[] levels = new int[samples * factors];
        for (int f = 0; f < factors; f++) {
            for (int i = 0; i < samples; i++) {
                levels[i * factors + f] = recording.levels()[f][i];
            }
        }
        if (recording.labels().length > 0) {
            arrays.put("labels", NpyArray.of(recording.labels(), samples));
        }
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
        return out -> Npz.write(out, arrays);
    }

    private static void write(LayerRecording layer, Map<String, NpyArray> arrays) {
        Activations activations = layer.activations();
        if (activations.samples() > 0) {
            float[] rows =
                    new float[Math.multiplyExact(activations.samples(), activations.units())];
            activations.read(0, rows);
            arrays.put(
                    "activations/" + layer.layer(),
                    NpyArray.of(rows, activations.samples(), activations.units()));
        }
        Assignment assignment = layer.assignment();
        int[] branches = new int[assignment.units()];
        for (int unit = 0; unit < branches.length; unit++) {
            branches[unit] = assignment.branchOf(unit);
        }
        arrays.put("branches/" + layer.layer(), NpyArray.of(branches, branches.length));
        arrays.put("branch_names/" + layer.layer(), NpyArray.of(assignment.branches()));
        layer.families()
                .ifPresent(
                        families -> arrays.put("families/" + layer.layer(), NpyArray.of(families)));
        layer.weights()
                .ifPresent(
                        weights ->
                                arrays.put(
                                        "weights/" + layer.layer(),
                                        NpyArray.of(Floats.of(weights), weights.shape())));
        layer.gates()
                .ifPresent(
                        gates ->
                                arrays.put(
                                        "gates/" + layer.layer(),
                                        NpyArray.of(Floats.of(gates), gates.shape())));
    }

    /**
     * Read a recording that was written here. Its activations stay in the file.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    public static Recording read(Path file) {
        try {
            return RecordingReader.read(file);
        } catch (DataException e) {
            String reasons =
                    e.problems().stream()
                            .map(DataException.Problem::reason)
                            .collect(Collectors.joining("; "));
            throw new DamagedFileException(file, reasons, e);
        }
    }
}
