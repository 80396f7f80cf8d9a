package dev.ramify.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import java.util.EnumSet;
import java.util.Set;

/** Profiles of metrics as JSON. */
public final class MetricProfileJson {

    private MetricProfileJson() {}

    /** Write a profile. */
    public static ObjectNode of(MetricProfile profile) {
        ObjectNode node = Json.object();
        node.put("kind", profile.kind().name());
        ArrayNode needs = node.putArray("needs");
        profile.needs().stream().sorted().forEach(need -> needs.add(need.name()));
        node.put("nullModel", profile.nullModel().name());
        node.put("tail", profile.tail().name());
        node.put("range", profile.range());
        node.put("unit", profile.unit());
        node.put("misleads", profile.misleads());
        node.put("affordableDraws", profile.affordableDraws());
        return node;
    }

    /** Read a profile. */
    public static MetricProfile read(JsonNode node) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        node.path("needs").forEach(need -> needs.add(Need.valueOf(need.asText())));
        return new MetricProfile(
                Kind.valueOf(node.path("kind").asText()),
                needs,
                NullModel.valueOf(node.path("nullModel").asText()),
                Tail.valueOf(node.path("tail").asText()),
                node.path("range").asText(),
                node.path("unit").asText(),
                node.path("misleads").asText(),
                node.path("affordableDraws").asInt());
    }
}
