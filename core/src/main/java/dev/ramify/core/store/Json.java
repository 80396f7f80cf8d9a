package dev.ramify.core.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** JSON files with keys in a fixed order. */
public final class Json {

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /** Make an object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Make a list. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** Write a file. */
    public static void write(Path file, JsonNode node) {
        AtomicFile.write(file, text(node));
    }

    /** Return what a file is to hold. */
    public static AtomicFile.Contents contents(JsonNode node) {
        return out -> out.write(text(node).getBytes(StandardCharsets.UTF_8));
    }

    /** Write on several lines. */
    public static String text(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree can be written", e);
        }
    }

    /** Write a value of maps, lists and scalars as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /**
     * Read a file that was written here.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    public static JsonNode read(Path file) {
        try {
            JsonNode node = MAPPER.readTree(file.toFile());
            if (!node.isObject()) {
                throw new DamagedFileException(file, "it holds no JSON object");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new DamagedFileException(file, e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new DamagedFileException(file, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Read a text.
     *
     * @throws IllegalArgumentException if it is no JSON
     */
    public static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Put a number that may be missing or not finite: both are null, for JSON knows no NaN. */
    public static void put(ObjectNode node, String key, @Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            node.putNull(key);
        } else {
            node.put(key, value);
        }
    }

    /** Read a number; null if there is none. */
    public static @Nullable Double number(JsonNode node, String key) {
        JsonNode value = node.path(key);
        return value.isNumber() ? value.doubleValue() : null;
    }

    /** Read a number; {@code NaN} if there is none. */
    public static double numberOrNaN(JsonNode node, String key) {
        Double value = number(node, key);
        return value == null ? Double.NaN : value;
    }
}
