package dev.ramify.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes documents for programs. */
final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Json() {}

    /**
     * Write a document.
     *
     * @param schema name of its form
     * @param content maps, lists and scalars
     */
    static String document(String schema, Map<String, ?> content) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema", "ramify/" + schema);
        document.put("version", 1);
        document.putAll(content);
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and scalars can be written", e);
        }
    }
}
