package dev.ramify.core.recording;

import dev.ramify.api.recording.Recording;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A text file that tells what routers did: counts in CSV, or a trace in JSON lines.
 *
 * @param path of the file
 * @param isTrace whether it is a trace
 */
record RouterFile(Path path, boolean isTrace) {

    /** Know such a file by the end of its name. */
    static Optional<RouterFile> of(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        boolean trace = name.endsWith(".jsonl") || name.endsWith(".ndjson");
        return trace || name.endsWith(".csv")
                ? Optional.of(new RouterFile(path, trace))
                : Optional.empty();
    }

    /**
     * Read it.
     *
     * @throws dev.ramify.api.data.DataException naming everything that is wrong, in its place
     */
    Recording read(Problems problems, Consumer<String> notes) {
        Optional<Recording> recording = Optional.empty();
        try (BufferedReader text = Files.newBufferedReader(path)) {
            recording =
                    isTrace
                            ? RouterTrace.read(path.toString(), text, problems, notes)
                            : CountTable.read(path.toString(), text, problems, notes);
        } catch (CharacterCodingException e) {
            problems.add(path.toString(), "it is not text in UTF-8", "save it as UTF-8");
        } catch (IOException e) {
            problems.add(path.toString(), "it cannot be read: " + e.getMessage(), "check it");
        }
        problems.throwIfAny();
        return recording.orElseThrow();
    }
}
