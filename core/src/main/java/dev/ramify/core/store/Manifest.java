package dev.ramify.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.core.digest.CanonicalDigest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says of each file of a folder what it was made from and what its bytes are. It holds a digest of
 * itself.
 *
 * @param entries by name of the file, relative to the folder, with slashes
 */
record Manifest(Map<String, Entry> entries) {

    static final String NAME = "manifest.json";
    static final Manifest EMPTY = new Manifest(Map.of());

    private static final String SCHEMA = "ramify.manifest/1";

    Manifest {
        entries = Collections.unmodifiableMap(new TreeMap<>(entries));
    }

    /**
     * One file.
     *
     * @param key digest of all that it was made from
     * @param sha256 digest of its bytes
     */
    record Entry(String key, String sha256) {}

    Manifest with(Map<String, Entry> more) {
        Map<String, Entry> all = new LinkedHashMap<>(entries);
        all.putAll(more);
        return new Manifest(all);
    }

    Manifest without(Iterable<String> names) {
        Map<String, Entry> rest = new LinkedHashMap<>(entries);
        names.forEach(rest::remove);
        return new Manifest(rest);
    }

    void write(Path folder) {
        Json.write(folder.resolve(NAME), json());
    }

    private ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("schema", SCHEMA);
        ObjectNode files = node.putObject("files");
        entries.forEach(
                (name, entry) ->
                        files.putObject(name)
                                .put("key", entry.key())
                                .put("sha256", entry.sha256()));
        node.put("sha256", digest());
        return node;
    }

    private String digest() {
        Map<String, Object> tree = new TreeMap<>();
        entries.forEach(
                (name, entry) ->
                        tree.put(name, Map.of("key", entry.key(), "sha256", entry.sha256())));
        return CanonicalDigest.of(Map.of("schema", SCHEMA, "files", tree));
    }

    /**
     * Read it; an empty one if there is none.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return EMPTY;
        }
        JsonNode node = Json.read(file);
        Map<String, Entry> entries = new LinkedHashMap<>();
        node.path("files")
                .properties()
                .forEach(
                        each ->
                                entries.put(
                                        each.getKey(),
                                        new Entry(
                                                each.getValue().path("key").asText(),
                                                each.getValue().path("sha256").asText())));
        Manifest manifest = new Manifest(entries);
        if (!manifest.digest().equals(node.path("sha256").asText())) {
            throw new DamagedFileException(file, "it does not have the digest that it states");
        }
        if (!Json.text(manifest.json()).equals(text(file))) {
            throw new DamagedFileException(file, "it holds more or less than was written");
        }
        return manifest;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new DamagedFileException(file, String.valueOf(e.getMessage()), e);
        }
    }
}
