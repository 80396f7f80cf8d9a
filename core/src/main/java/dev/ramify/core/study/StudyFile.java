package dev.ramify.core.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.core.architecture.ArchitectureJson;
import dev.ramify.core.measure.StudyMetrics;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.statistics.Primary;
import dev.ramify.core.store.Json;
import dev.ramify.core.store.MeasurementJson;
import dev.ramify.core.store.MetricProfileJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What of a study is neither in the folders of its networks nor follows from them, so that its
 * findings can be read without its pipeline and without its plugins.
 *
 * @param name of the study
 * @param dataset in words
 * @param imageShape shape of an image
 * @param variants in the order of the pipeline
 * @param profiles of the metrics of single networks, by name, in the order of the pipeline
 * @param primary the questions that the study is made for
 * @param tracked names of the metrics that were measured after every epoch
 * @param across networks of all variants compared with each other
 */
record StudyFile(
        String name,
        String dataset,
        Shape imageShape,
        List<Variant> variants,
        Map<String, MetricProfile> profiles,
        Primary primary,
        List<String> tracked,
        Comparisons across) {

    /** Its name in the run directory. */
    static final String NAME = "study.json";

    private static final String SCHEMA = "ramify.study/1";

    /**
     * A variant.
     *
     * @param name of the variant
     * @param role why it is in the study
     * @param architecture of its networks
     * @param networks what the parameters of each finished network were made from, by seed
     * @param comparisons of its networks with each other
     */
    record Variant(
            String name,
            Role role,
            Architecture architecture,
            Map<Long, String> networks,
            Comparisons comparisons) {}

    static StudyFile of(
            ResolvedPipeline pipeline,
            StudyMetrics metrics,
            Map<String, Map<Long, String>> networks,
            List<Conclusions> conclusions,
            Comparisons across) {
        List<Variant> variants = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            PlannedVariant planned = pipeline.plan().variants().get(i);
            variants.add(
                    new Variant(
                            planned.name(),
                            planned.spec().role(),
                            planned.architecture(),
                            networks.getOrDefault(planned.name(), Map.of()),
                            conclusions.get(i).comparisons()));
        }
        PlannedVariant first = pipeline.plan().variants().get(0);
        return new StudyFile(
                pipeline.spec().name(),
                String.format(
                        Locale.ROOT,
                        "%s, %,d training and %,d test images of %s",
                        first.dataset().provider().id(),
                        first.data().train(),
                        first.data().test(),
                        first.data().shape()),
                first.data().shape(),
                variants,
                metrics.profiles(),
                StudyQuestions.primary(pipeline.spec()),
                metrics.entries().stream()
                        .filter(entry -> entry.spec().everyEpoch())
                        .map(StudyMetrics.Entry::name)
                        .toList(),
                across);
    }

    ObjectNode json() {
        ObjectNode node = Json.object();
        node.put("schema", SCHEMA);
        node.put("name", name);
        node.put("dataset", dataset);
        node.putArray("imageShape")
                .add(imageShape.channels())
                .add(imageShape.height())
                .add(imageShape.width());
        ArrayNode all = node.putArray("variants");
        for (Variant each : variants) {
            ObjectNode variant = all.addObject();
            variant.put("name", each.name());
            variant.put("role", each.role().name());
            variant.put("architecture", ArchitectureJson.write(each.architecture()));
            ObjectNode networks = variant.putObject("networks");
            each.networks().forEach((seed, key) -> networks.put(Long.toString(seed), key));
            variant.set("comparisons", json(each.comparisons()));
        }
        ObjectNode metrics = node.putObject("metrics");
        profiles.forEach((metric, profile) -> metrics.set(metric, MetricProfileJson.of(profile)));
        ArrayNode questions = node.putArray("primary");
        for (Primary.Question each : primary.questions()) {
            ObjectNode question = questions.addObject();
            question.put("metric", each.metric());
            question.set("layers", Json.tree(each.layers()));
        }
        node.set("tracked", Json.tree(tracked));
        node.set("comparisons", json(across));
        return node;
    }

    private static ObjectNode json(Comparisons comparisons) {
        ObjectNode node = Json.object();
        node.set("trained", MeasurementJson.of(comparisons.trained()));
        node.set("untrained", MeasurementJson.of(comparisons.untrained()));
        return node;
    }

    /** Read what was written; see {@link #json()}. */
    static StudyFile read(Path file) {
        JsonNode node = Json.read(file);
        List<Variant> variants = new ArrayList<>();
        for (JsonNode each : node.path("variants")) {
            Map<Long, String> networks = new LinkedHashMap<>();
            each.path("networks")
                    .properties()
                    .forEach(
                            entry ->
                                    networks.put(
                                            Long.valueOf(entry.getKey()),
                                            entry.getValue().asText()));
            variants.add(
                    new Variant(
                            each.path("name").asText(),
                            Role.valueOf(each.path("role").asText()),
                            ArchitectureJson.readArchitecture(each.path("architecture").asText()),
                            networks,
                            comparisons(each.path("comparisons"))));
        }
        Map<String, MetricProfile> profiles = new LinkedHashMap<>();
        node.path("metrics")
                .properties()
                .forEach(
                        entry ->
                                profiles.put(
                                        entry.getKey(), MetricProfileJson.read(entry.getValue())));
        List<String> tracked = new ArrayList<>();
        node.path("tracked").forEach(each -> tracked.add(each.asText()));
        JsonNode shape = node.path("imageShape");
        return new StudyFile(
                node.path("name").asText(),
                node.path("dataset").asText(),
                new Shape(shape.path(0).asInt(), shape.path(1).asInt(), shape.path(2).asInt()),
                variants,
                profiles,
                primary(node.path("primary")),
                tracked,
                comparisons(node.path("comparisons")));
    }

    private static Primary primary(JsonNode node) {
        List<Primary.Question> questions = new ArrayList<>();
        for (JsonNode each : node) {
            List<String> layers = new ArrayList<>();
            each.path("layers").forEach(layer -> layers.add(layer.asText()));
            questions.add(new Primary.Question(each.path("metric").asText(), layers));
        }
        return new Primary(questions);
    }

    private static Comparisons comparisons(JsonNode node) {
        return new Comparisons(
                MeasurementJson.measurements(node.path("trained")),
                MeasurementJson.measurements(node.path("untrained")));
    }
}
