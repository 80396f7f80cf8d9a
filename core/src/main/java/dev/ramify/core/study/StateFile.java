package dev.ramify.core.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.core.store.DamagedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Writes what a network is made from and how far it is, and reads it again. */
final class StateFile {

    private StateFile() {}

    /** How far a network is. */
    enum Progress {
        /** Training goes on from the checkpoint, if there is one. */
        BEGUN,
        /** Everything is written. */
        FINISHED,
        /** Training stopped for a reason that will not go away by itself. */
        FAILED
    }

    /**
     * The state of a network.
     *
     * @param key digest of all that its results depend on
     * @param progress how far it is
     * @param reason why it failed; else empty
     */
    record State(String key, Progress progress, String reason) {}

    static void write(Path file, State state) {
        ObjectNode node = Json.object();
        node.put("schema", "ramify.state/1");
        node.put("key", state.key());
        node.put("progress", state.progress().name().toLowerCase(Locale.ROOT));
        node.put("reason", state.reason());
        Json.write(file, node);
    }

    /**
     * Read the state; nothing if there is no file.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    static Optional<State> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        JsonNode node = Json.read(file);
        String progress = node.path("progress").asText();
        try {
            return Optional.of(
                    new State(
                            node.path("key").asText(),
                            Progress.valueOf(progress.toUpperCase(Locale.ROOT)),
                            node.path("reason").asText()));
        } catch (IllegalArgumentException e) {
            throw new DamagedFileException(file, "no progress is named '" + progress + "'", e);
        }
    }
}
