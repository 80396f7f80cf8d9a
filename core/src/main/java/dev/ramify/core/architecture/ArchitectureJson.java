package dev.ramify.core.architecture;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.recording.Division;
import dev.ramify.api.recording.Divisions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes architectures and divisions as JSON of one line, and reads them.
 *
 * <p>Equal values give equal text, which no other value gives: the components of a node in their
 * order, without those that are as usual ({@link dev.ramify.api.architecture.Default}). Pure
 * functions, thread-safe.
 */
public final class ArchitectureJson {

    private static final String FORM = "form";
    private static final String ARCHITECTURE = "ramify.architecture/1";
    private static final String DIVISIONS = "ramify.divisions/1";
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private ArchitectureJson() {}

    /** Write an architecture. */
    public static String write(Architecture architecture) {
        return text(ARCHITECTURE, RecordJson.write(architecture));
    }

    /**
     * Read what {@link #write(Architecture)} wrote.
     *
     * @throws UnreadableJsonException if it is no such text; the message says where and why
     * @throws dev.ramify.api.architecture.ArchitectureException if its layers do not fit together
     */
    public static Architecture readArchitecture(String json) {
        return RecordJson.read(Architecture.class, content(ARCHITECTURE, json));
    }

    /** Write divisions: for each layer its branches, their kinds, and the branch of each unit. */
    public static String write(Divisions divisions) {
        Map<String, LayerDivision> layers = new LinkedHashMap<>();
        divisions.layers().forEach((layer, each) -> layers.put(layer, LayerDivision.of(each)));
        ObjectNode tree = MAPPER.createObjectNode();
        layers.forEach((layer, each) -> tree.set(layer, RecordJson.write(each)));
        return text(DIVISIONS, MAPPER.createObjectNode().set("layers", tree));
    }

    /**
     * Read what {@link #write(Divisions)} wrote.
     *
     * @throws UnreadableJsonException if it is no such text; the message says where and why
     */
    public static Divisions readDivisions(String json) {
        JsonNode layers = content(DIVISIONS, json).path("layers");
        if (!layers.isObject()) {
            throw new UnreadableJsonException("layers", "expected an object");
        }
        Map<String, Division> read = new LinkedHashMap<>();
        layers.properties()
                .forEach(
                        entry ->
                                read.put(
                                        entry.getKey(),
                                        RecordJson.read(LayerDivision.class, entry.getValue())
                                                .division(entry.getKey())));
        return new Divisions(read);
    }

    private static String text(String form, JsonNode content) {
        ObjectNode whole = MAPPER.createObjectNode().put(FORM, form);
        whole.setAll((ObjectNode) content);
        return whole.toString();
    }

    private static ObjectNode content(String form, String json) {
        try {
            JsonNode node = MAPPER.readTree(json);
            if (!(node instanceof ObjectNode whole) || !form.equals(whole.path(FORM).asText())) {
                throw new UnreadableJsonException(
                        FORM,
                        "expected \"%s\", found %s".formatted(form, node.path(FORM).toString()));
            }
            whole.remove(FORM);
            return whole;
        } catch (JsonProcessingException e) {
            throw new UnreadableJsonException("", e.getOriginalMessage());
        }
    }
}
