package dev.ramify.core.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measurements and summaries as JSON: one shape, wherever it is written. */
public final class MeasurementJson {

    private static final List<String> NUMBERS =
            List.of("value", "null", "z", "p", "pAdjusted", "effect", "interval");

    private MeasurementJson() {}

    /** Write measurements, all with the same keys, null where there is no such number. */
    public static ArrayNode of(List<Measurement> measurements) {
        ArrayNode array = Json.array();
        measurements.forEach(each -> array.add(of(each)));
        return array;
    }

    static ObjectNode of(Measurement measurement) {
        ObjectNode node = Json.object();
        node.put("metric", measurement.metric());
        node.put("layer", measurement.layer());
        node.set("subject", of(measurement.subject()));
        if (measurement.outcome() instanceof Undefined undefined) {
            node.put("status", "undefined");
            for (String key : NUMBERS) {
                node.putNull(key);
            }
            node.put("reason", undefined.reason());
            return node;
        }
        Defined value = (Defined) measurement.outcome();
        node.put("status", "defined");
        node.put("value", value.value());
        node.set("null", of(value.chance()));
        Json.put(node, "z", value.z());
        Json.put(node, "p", value.p());
        Json.put(node, "pAdjusted", value.pAdjusted());
        node.put("exact", value.exact());
        Json.put(node, "effect", value.effect());
        // Of one network there is none; summaries over seeds have one.
        node.putNull("interval");
        node.put("phrase", value.phrase());
        return node;
    }

    static ObjectNode of(Subject subject) {
        ObjectNode node = Json.object();
        subject.parts().forEach(node::put);
        return node;
    }

    private static @Nullable ObjectNode of(@Nullable NullSummary chance) {
        if (chance == null) {
            return null;
        }
        ObjectNode node = Json.object();
        node.put("kind", chance.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        node.put("mean", chance.mean());
        node.put("sd", chance.sd());
        node.put("n", chance.n());
        return node;
    }

    static ObjectNode of(Summary summary) {
        ObjectNode node = Json.object();
        node.put("metric", summary.metric());
        node.put("layer", summary.layer());
        node.set("subject", of(summary.subject()));
        node.put("seeds", summary.seeds());
        node.put("mean", summary.mean());
        Json.put(node, "nullMean", summary.nullMean());
        Json.put(node, "ceiling", summary.ceiling());
        Json.put(node, "p", summary.p());
        Json.put(node, "pAdjusted", summary.pAdjusted());
        Json.put(node, "effect", summary.effect());
        node.set("interval", of(summary.effectInterval()));
        node.put("significantSeeds", summary.significantSeeds());
        return node;
    }

    private static @Nullable ObjectNode of(@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        ObjectNode node = Json.object();
        node.put("low", interval.low());
        node.put("high", interval.high());
        node.put("level", interval.level());
        return node;
    }

    static List<Measurement> measurements(JsonNode array) {
        List<Measurement> measurements = new ArrayList<>();
        array.forEach(node -> measurements.add(measurement(node)));
        return measurements;
    }

    private static Measurement measurement(JsonNode node) {
        String metric = node.path("metric").asText();
        String layer = node.path("layer").asText();
        Subject subject = subject(node.path("subject"));
        if (node.path("status").asText().equals("undefined")) {
            return new Measurement(
                    metric, layer, subject, new Undefined(node.path("reason").asText()));
        }
        return new Measurement(
                metric,
                layer,
                subject,
                new Defined(
                        node.path("value").asDouble(),
                        chance(node.path("null")),
                        Json.number(node, "z"),
                        Json.number(node, "p"),
                        Json.number(node, "pAdjusted"),
                        node.path("exact").asBoolean(),
                        Json.number(node, "effect"),
                        node.path("phrase").asText()));
    }

    static Subject subject(JsonNode node) {
        Map<String, String> parts = new LinkedHashMap<>();
        node.properties().forEach(part -> parts.put(part.getKey(), part.getValue().asText()));
        return new Subject(parts);
    }

    private static @Nullable NullSummary chance(JsonNode node) {
        if (!node.isObject()) {
            return null;
        }
        return new NullSummary(
                NullModel.valueOf(
                        node.path("kind").asText().toUpperCase(Locale.ROOT).replace('-', '_')),
                node.path("mean").asDouble(),
                node.path("sd").asDouble(),
                node.path("n").asInt());
    }
}
