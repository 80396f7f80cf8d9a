package dev.ramify.core.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.core.architecture.ArchitectureJson;
import dev.ramify.core.pipeline.InvalidPipelineException;
import dev.ramify.core.pipeline.binding.Binder;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.CanonicalForm;
import dev.ramify.core.pipeline.spec.DatasetSpec;
import dev.ramify.core.pipeline.spec.InputSpec;
import dev.ramify.core.pipeline.spec.TrainingSpec;
import dev.ramify.core.pipeline.yaml.YamlNode;
import dev.ramify.core.pipeline.yaml.YamlReader;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.Source;
import dev.ramify.core.store.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Jobs as JSON, on their way to another process. */
public final class TrainingJobJson {

    private static final String SCHEMA = "ramify.job/1";

    private TrainingJobJson() {}

    /**
     * Write a job.
     *
     * @param form writes options
     */
    public static String write(TrainingJob job, CanonicalForm form) {
        ObjectNode node = Json.object();
        node.put("schema", SCHEMA);
        node.put("architecture", ArchitectureJson.write(job.architecture()));
        node.set("dataset", Json.tree(form.of(job.dataset())));
        node.set("input", Json.tree(form.of(job.input())));
        node.set("training", Json.tree(form.of(job.training())));
        node.put("seed", job.seed());
        node.put("budget", job.budget());
        return Json.text(node);
    }

    /**
     * Read a job.
     *
     * @param binder binds options by the same rules as those of a pipeline
     * @param folder that relative paths start from
     * @throws InvalidPipelineException naming every option that is wrong
     * @throws IllegalArgumentException if it is another document
     */
    public static TrainingJob read(String json, Binder binder, Path folder)
            throws InvalidPipelineException {
        JsonNode node = Json.parse(json);
        if (!node.path("schema").asText().equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "expected a document '%s', found '%s'"
                            .formatted(SCHEMA, node.path("schema").asText()));
        }
        Parts parts = new Parts(node, binder, folder, new ArrayList<>());
        Optional<DatasetSpec> dataset = parts.bind("dataset", DatasetSpec.class);
        Optional<InputSpec> input = parts.bind("input", InputSpec.class);
        Optional<TrainingSpec> training = parts.bind("training", TrainingSpec.class);
        if (dataset.isEmpty() || input.isEmpty() || training.isEmpty()) {
            throw new InvalidPipelineException(parts.problems());
        }
        return new TrainingJob(
                ArchitectureJson.readArchitecture(node.path("architecture").asText()),
                dataset.get(),
                input.get(),
                training.get(),
                node.path("seed").asLong(),
                node.path("budget").asInt());
    }

    /** Parts of the document that are bound as those of a pipeline; JSON is YAML. */
    private record Parts(JsonNode node, Binder binder, Path folder, List<Problem> problems) {

        <T extends Record> Optional<T> bind(String key, Class<T> type) {
            Source source =
                    new Source(
                            "job." + key,
                            Json.text(node.path(key)),
                            folder.toAbsolutePath(),
                            Source.Kind.FILE);
            Optional<YamlNode> tree = new YamlReader().read(source, problems);
            if (tree.isEmpty()) {
                return Optional.empty();
            }
            Binding<T> binding = binder.bind(tree.get(), type, key);
            problems.addAll(binding.problems());
            return binding.value();
        }
    }
}
