package dev.ramify.core.recording;

import dev.ramify.api.data.DataException;
import dev.ramify.api.recording.Groups;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.array.ArrayFile;
import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyHeader;
import dev.ramify.core.array.NpzArchive;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads recordings from arrays in NumPy's {@code .npz} format and from tables of units: those that
 * Ramify wrote, and those that people bring.
 *
 * <p>Everything is checked from headers and small arrays before large ones are touched, and all
 * that is wrong is told at once. Activations stay in the file, or in a temporary one, so that they
 * may be larger than memory.
 */
public final class RecordingReader {

    private static final long MOST_TABLE_BYTES = 1L << 28;

    private final Problems problems = new Problems();
    private final Notes notes = new Notes();

    private RecordingReader() {}

    /**
     * A recording and what people should know of how it was read.
     *
     * @param recording the recording
     * @param notes what was ignored, one sentence each
     * @param depths how deep layers lie in their branches, by layer; 1 where that is not told
     */
    public record Result(Recording recording, List<String> notes, Map<String, Integer> depths) {

        public Result {
            depths = Map.copyOf(depths);
        }
    }

    /**
     * Read.
     *
     * @param arrays an {@code .npz} file
     * @param units a CSV file with columns layer, unit, branch, family
     * @throws DataException naming everything that is wrong, in its place
     */
    public static Result read(Optional<Path> arrays, Optional<Path> units) {
        return new RecordingReader().readBoth(arrays, units);
    }

    /**
     * Read arrays alone.
     *
     * @throws DataException naming everything that is wrong, in its place
     */
    public static Recording read(Path arrays) {
        return read(Optional.of(arrays), Optional.empty()).recording();
    }

    private Result readBoth(Optional<Path> arrays, Optional<Path> units) {
        UnitTable table = units.map(this::table).orElse(UnitTable.EMPTY);
        if (arrays.isEmpty()) {
            return result("", null, table);
        }
        Path file = arrays.get();
        requireFile(file, "give the path of an .npz file, as numpy.savez writes it");
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            problems.throwIfAny();
        }
        Optional<RouterFile> routers = RouterFile.of(file);
        if (routers.isPresent()) {
            return new Result(routers.get().read(problems, notes::add), notes.list(), Map.of());
        }
        try (ArrayFile archive = ArrayFile.open(file)) {
            archive.beside().forEach(entry -> notes.add("`%s` is no array".formatted(entry)));
            archive.faults().forEach(fault -> tell(file, fault));
            return result(file.toString(), archive, table);
        } catch (ArrayFormatException e) {
            problems.add(file.toString(), e.reason(), e.remedyOr("write arrays with numpy.savez"));
        } catch (IOException e) {
            problems.add(file.toString(), "it cannot be read: " + e.getMessage(), "check the file");
        }
        problems.throwIfAny();
        throw new AssertionError("a problem was added");
    }

    /** What nobody would read may be as it likes. */
    private void tell(Path file, NpzArchive.Fault fault) {
        if (fault.array() == null || LayerNames.isRead(fault.array())) {
            problems.add(file + ": " + fault.entry(), fault.reason(), fault.remedy());
        } else {
            notes.add("the array `%s` is not read: %s".formatted(fault.array(), fault.reason()));
        }
    }

    private void requireFile(Path file, String remedy) {
        if (!Files.exists(file)) {
            problems.add(file.toString(), "there is no such file", remedy);
        } else if (!Files.isRegularFile(file)) {
            problems.add(file.toString(), "this is no file", remedy);
        } else if (!Files.isReadable(file)) {
            problems.add(file.toString(), "the file may not be read", "change its permissions");
        }
    }

    private UnitTable table(Path file) {
        requireFile(file, "give the path of a CSV file with columns layer,unit,branch,family");
        if (!Files.isRegularFile(file)) {
            return UnitTable.EMPTY;
        }
        try {
            if (Files.size(file) > MOST_TABLE_BYTES) {
                problems.add(
                        file.toString(),
                        "it has %,d bytes; tables of at most %,d are read"
                                .formatted(Files.size(file), MOST_TABLE_BYTES),
                        "give a row for each unit and nothing else");
                return UnitTable.EMPTY;
            }
            String text = Files.readString(file);
            return UnitTable.parse(
                    file.toString(),
                    text.startsWith("\uFEFF") ? text.substring(1) : text,
                    problems,
                    notes);
        } catch (CharacterCodingException e) {
            problems.add(file.toString(), "it is not text in UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.add(file.toString(), "it cannot be read: " + e.getMessage(), "check it");
        }
        return UnitTable.EMPTY;
    }

    private Result result(String file, @Nullable ArrayFile archive, UnitTable table) {
        ArraySource source = new ArraySource(file, archive, problems, notes);
        Map<String, LayerReader> readers = new LinkedHashMap<>();
        for (String layer : LayerNames.of(source, table, notes)) {
            readers.put(layer, new LayerReader(layer, source, table, problems));
        }
        Samples samples = Samples.read(source);
        GroupsReader groups = new GroupsReader(source, notes::add);
        Optional<Groups> replicates = groups.groups(samples.labels());
        int[] tokens = groups.tokens();
        checkSamples(source, readers.values());
        Channels channels = Channels.read(source, readers.values());
        if (readers.isEmpty() && problems.isEmpty()) {
            problems.add(
                    file,
                    "no layer is in it; found %s".formatted(source.headers().keySet()),
                    "name arrays activations/LAYER, branches/LAYER, weights/LAYER");
        }
        problems.throwIfAny();
        Map<String, Integer> depths = new LinkedHashMap<>();
        readers.forEach((layer, reader) -> depths.put(layer, reader.depth()));
        List<LayerRecording> layers =
                readers.values().stream().map(reader -> reader.read(archive)).toList();
        problems.throwIfAny();
        noteTokens(layers, replicates);
        Recording recording =
                new Recording(
                                layers,
                                samples.classes(),
                                samples.labels(),
                                samples.factors(),
                                samples.levels(),
                                channels.deviation(),
                                channels.covariance())
                        .withTokens(tokens);
        return new Result(
                replicates.map(recording::withGroups).orElse(recording), notes.list(), depths);
    }

    private void noteTokens(List<LayerRecording> layers, Optional<Groups> replicates) {
        if (replicates.isEmpty() && layers.stream().anyMatch(each -> each.experts().isPresent())) {
            notes.add(
                    "there is no array `groups`, which tells of which document each token is: experts get no p, and whatever shuffles labels takes tokens for independent");
        }
    }

    private static void checkSamples(ArraySource source, Collection<LayerReader> readers) {
        Map<String, Long> found = new LinkedHashMap<>();
        readers.forEach(reader -> found.putAll(reader.samples()));
        for (String key :
                List.of(
                        Samples.LABELS,
                        Samples.FACTORS,
                        GroupsReader.GROUPS,
                        GroupsReader.TOKENS)) {
            source.header(key)
                    .map(NpyHeader::shape)
                    .filter(shape -> !shape.isEmpty())
                    .ifPresent(shape -> found.put(key, shape.get(0)));
        }
        if (found.values().stream().distinct().count() > 1) {
            source.problem(
                    "samples",
                    "their number differs: "
                            + found.entrySet().stream()
                                    .map(each -> each.getKey() + " has " + each.getValue())
                                    .collect(Collectors.joining(", ")),
                    "give arrays of the same samples, in the same order");
        }
    }
}
