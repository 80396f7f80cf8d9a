package dev.ramify.core.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.core.store.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a job.
 *
 * @param trajectory digest of what the way of its parameters depends on
 * @param epochs loss and accuracy, the first being epoch 0, before training
 * @param weights digest of the file of the parameters after the last of them
 */
public record JobResult(String trajectory, List<EpochFindings> epochs, String weights) {

    private static final String SCHEMA = "ramify.job-result/1";

    public JobResult {
        epochs = List.copyOf(epochs);
    }

    /** Return the last epoch. */
    public EpochFindings last() {
        return epochs.get(epochs.size() - 1);
    }

    /** Write as JSON. */
    public String json() {
        ObjectNode node = Json.object();
        node.put("schema", SCHEMA);
        node.put("trajectory", trajectory);
        node.put("weights", weights);
        ArrayNode all = node.putArray("epochs");
        for (EpochFindings epoch : epochs) {
            ObjectNode entry = all.addObject();
            entry.put("epoch", epoch.epoch());
            Json.put(entry, "trainLoss", epoch.trainLoss());
            Json.put(entry, "trainAccuracy", epoch.trainAccuracy());
            Json.put(entry, "testLoss", epoch.testLoss());
            Json.put(entry, "testAccuracy", epoch.testAccuracy());
        }
        return Json.text(node);
    }

    /**
     * Read what {@link #json()} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    public static JobResult read(String json) {
        JsonNode node = Json.parse(json);
        if (!node.path("schema").asText().equals(SCHEMA)) {
            throw new IllegalArgumentException(
                    "expected a document '%s', found '%s'"
                            .formatted(SCHEMA, node.path("schema").asText()));
        }
        List<EpochFindings> epochs = new ArrayList<>();
        for (JsonNode entry : node.path("epochs")) {
            epochs.add(
                    new EpochFindings(
                            entry.path("epoch").asInt(),
                            Json.numberOrNaN(entry, "trainLoss"),
                            Json.numberOrNaN(entry, "trainAccuracy"),
                            Json.numberOrNaN(entry, "testLoss"),
                            Json.numberOrNaN(entry, "testAccuracy"),
                            List.of()));
        }
        return new JobResult(
                node.path("trajectory").asText(), epochs, node.path("weights").asText());
    }
}
