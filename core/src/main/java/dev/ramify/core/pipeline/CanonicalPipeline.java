package dev.ramify.core.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A pipeline with all defaults filled in, as a tree of maps, lists and scalars. Immutable. */
public final class CanonicalPipeline {

    private final Map<String, @Nullable Object> tree;

    CanonicalPipeline(Map<String, @Nullable Object> tree) {
        this.tree = Collections.unmodifiableMap(new LinkedHashMap<>(tree));
    }

    /** Return the tree; keys stand in the order of the reference. */
    public Map<String, @Nullable Object> tree() {
        return tree;
    }

    /** Write as JSON on one line. */
    public String json() {
        try {
            return new JsonMapper().writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists and scalars can be written", e);
        }
    }

    /** Write as YAML, which is a pipeline file of the same meaning. */
    public String yaml() {
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setIndent(2).build();
        return new Dump(settings).dumpToString(tree);
    }

    /** Return the SHA-256 of the JSON, in lower-case hexadecimal. */
    public String sha256() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(json().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
