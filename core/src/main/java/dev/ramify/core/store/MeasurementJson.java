package dev.ramify.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Measurements and summaries as JSON: one shape, wherever it is written. */
public final class MeasurementJson {

    private static final List<String> NUMBERS =
            List.of("value", "null", "z", "p", "pAdjusted", "effect");

    private static final String UNDEFINED = "undefined";
    private static final String FAILED = "failed";

    private MeasurementJson() {}

    /** Write measurements, all with the same keys, null where there is no such number. */
    public static ArrayNode of(List<Measurement> measurements) {
        ArrayNode array = Json.array();
        measurements.forEach(each -> array.add(of(each)));
        return array;
    }

    /** Write a measurement. */
    public static ObjectNode of(Measurement measurement) {
        ObjectNode node = Json.object();
        node.put("metric", measurement.metric());
        node.put("layer", measurement.layer());
        node.set("subject", of(measurement.subject()));
        if (measurement.outcome() instanceof Undefined undefined) {
            return without(node, UNDEFINED, undefined.reason());
        }
        if (measurement.outcome() instanceof Failed failed) {
            return without(node, FAILED, failed.reason());
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
        node.put("effectNote", value.effectNote());
        node.put("phrase", value.phrase());
        return node;
    }

    private static ObjectNode without(ObjectNode node, String status, String reason) {
        node.put("status", status);
        for (String key : NUMBERS) {
            node.putNull(key);
        }
        node.put("reason", reason);
        return node;
    }

    /** Write a subject. */
    public static ObjectNode of(Subject subject) {
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
        node.put("assumesIndependentUnits", chance.assumesIndependentUnits());
        return node;
    }

    /** Write a summary. */
    public static ObjectNode of(Summary summary) {
        ObjectNode node = Json.object();
        node.put("metric", summary.metric());
        node.put("layer", summary.layer());
        node.set("subject", of(summary.subject()));
        node.put("seeds", summary.seeds());
        node.put("mean", summary.mean());
        Json.put(node, "nullMean", summary.nullMean());
        Json.put(node, "ceiling", summary.ceiling());
        Json.put(node, "effect", summary.effect());
        node.set("effects", Json.tree(summary.effects()));
        node.set("chance", of(summary.chance()));
        node.set("training", of(summary.training()));
        return node;
    }

    private static @Nullable ObjectNode of(@Nullable ChanceTest test) {
        if (test == null) {
            return null;
        }
        ObjectNode node = Json.object();
        node.put("null", VerdictJson.word(test.model()));
        node.put("assumesIndependentUnits", test.assumesIndependentUnits());
        node.put("p", test.p());
        Json.put(node, "pAdjusted", test.pAdjusted());
        node.put("inAtLeast", test.inAtLeast());
        return node;
    }

    private static @Nullable ObjectNode of(@Nullable TrainingTest test) {
        if (test == null) {
            return null;
        }
        ObjectNode node = Json.object();
        node.put("scale", VerdictJson.word(test.scale()));
        node.set("gains", Json.tree(test.gains()));
        node.put("gain", test.gain());
        node.set("interval", of(test.interval()));
        node.put("p", test.p());
        node.put("floor", test.floor());
        Json.put(node, "pAdjusted", test.pAdjusted());
        return node;
    }

    static @Nullable ObjectNode of(@Nullable Interval interval) {
        if (interval == null) {
            return null;
        }
        ObjectNode node = Json.object();
        node.put("low", interval.low());
        node.put("high", interval.high());
        node.put("level", interval.level());
        return node;
    }

    /** Read measurements. */
    public static List<Measurement> measurements(JsonNode array) {
        List<Measurement> measurements = new ArrayList<>();
        array.forEach(node -> measurements.add(measurement(node)));
        return measurements;
    }

    private static Measurement measurement(JsonNode node) {
        String metric = node.path("metric").asText();
        String layer = node.path("layer").asText();
        Subject subject = subject(node.path("subject"));
        String status = node.path("status").asText();
        if (status.equals(UNDEFINED)) {
            return new Measurement(
                    metric, layer, subject, new Undefined(node.path("reason").asText()));
        }
        if (status.equals(FAILED)) {
            return new Measurement(
                    metric, layer, subject, new Failed(node.path("reason").asText()));
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
                        node.path("effectNote").asText(),
                        node.path("phrase").asText()));
    }

    /** Read a subject. */
    public static Subject subject(JsonNode node) {
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
                node.path("n").asInt(),
                node.path("assumesIndependentUnits").asBoolean());
    }
}
