package dev.ramify.core.store;

import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import dev.ramify.core.engine.graph.Parameter.Dimensions;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import dev.ramify.core.store.AtomicFile.Contents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parameters and optimizer states in files that NumPy reads. */
public final class CheckpointFile {

    private static final String EPOCH = "epoch";
    private static final String PARAMETERS = "parameters/";
    private static final String STATE = "optimizer/";
    private static final long MOST_BYTES = Integer.MAX_VALUE - 64L;

    private CheckpointFile() {}

    /**
     * What training goes on from.
     *
     * @param epoch number of epochs done
     * @param parameters trained values and statistics, by name
     * @param optimizer the optimizer's arrays, each by name of the parameter
     */
    public record Checkpoint(
            int epoch, Map<String, Named> parameters, List<Map<String, Named>> optimizer) {}

    /** Write a checkpoint. */
    public static Contents of(Checkpoint checkpoint) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        arrays.put(EPOCH, NpyArray.of(new int[] {checkpoint.epoch()}, 1));
        put(PARAMETERS, checkpoint.parameters(), arrays);
        for (int i = 0; i < checkpoint.optimizer().size(); i++) {
            put(STATE + i + "/", checkpoint.optimizer().get(i), arrays);
        }
        return out -> Npz.write(out, arrays);
    }

    /** Write parameters alone. */
    public static Contents weights(Map<String, Named> parameters) {
        Map<String, NpyArray> arrays = new LinkedHashMap<>();
        put("", parameters, arrays);
        return out -> Npz.write(out, arrays);
    }

    private static void put(String prefix, Map<String, Named> named, Map<String, NpyArray> arrays) {
        named.forEach(
                (name, array) ->
                        arrays.put(
                                prefix + name,
                                NpyArray.of(array.values(), array.shape().toArray())));
    }

    /**
     * Read a checkpoint that was written here.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    public static Checkpoint read(Path file) {
        try {
            return checkpoint(Npz.read(file, MOST_BYTES));
        } catch (IOException | ArrayFormatException e) {
            throw new DamagedFileException(file, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Read parameters alone.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    public static Map<String, Named> readWeights(Path file) {
        try {
            return take("", Npz.read(file, MOST_BYTES));
        } catch (IOException | ArrayFormatException e) {
            throw new DamagedFileException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static Checkpoint checkpoint(Map<String, NpyArray> arrays) {
        NpyArray epoch = arrays.get(EPOCH);
        if (epoch == null) {
            throw new ArrayFormatException("there is no array '%s'".formatted(EPOCH));
        }
        List<Map<String, Named>> optimizer = new ArrayList<>();
        Map<String, Named> next = take(STATE + 0 + "/", arrays);
        while (!next.isEmpty()) {
            optimizer.add(next);
            next = take(STATE + optimizer.size() + "/", arrays);
        }
        return new Checkpoint(epoch.ints()[0], take(PARAMETERS, arrays), optimizer);
    }

    private static Map<String, Named> take(String prefix, Map<String, NpyArray> arrays) {
        Map<String, Named> named = new LinkedHashMap<>();
        arrays.forEach(
                (name, array) -> {
                    if (name.startsWith(prefix)) {
                        named.put(
                                name.substring(prefix.length()),
                                new Named(new Dimensions(array.header().shape()), array.floats()));
                    }
                });
        return named;
    }
}
