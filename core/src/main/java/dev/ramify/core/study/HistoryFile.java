package dev.ramify.core.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.core.store.DamagedFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the epochs of a network and reads them again. */
final class HistoryFile {

    private HistoryFile() {}

    static void write(Path file, List<EpochFindings> epochs) {
        ObjectNode node = Json.object();
        node.put("schema", "ramify.history/1");
        ArrayNode array = node.putArray("epochs");
        for (EpochFindings epoch : epochs) {
            ObjectNode entry = array.addObject();
            entry.put("epoch", epoch.epoch());
            Json.put(entry, "trainLoss", epoch.trainLoss());
            Json.put(entry, "trainAccuracy", epoch.trainAccuracy());
            Json.put(entry, "testLoss", epoch.testLoss());
            Json.put(entry, "testAccuracy", epoch.testAccuracy());
            entry.set("tracked", MeasurementJson.of(epoch.tracked()));
        }
        Json.write(file, node);
    }

    /** Read the epochs; none if there is no file. */
    static List<EpochFindings> read(Path file) {
        List<EpochFindings> epochs = new ArrayList<>();
        if (!Files.exists(file)) {
            return epochs;
        }
        for (JsonNode entry : Json.read(file).path("epochs")) {
            epochs.add(
                    new EpochFindings(
                            entry.path("epoch").asInt(),
                            Json.numberOrNaN(entry, "trainLoss"),
                            Json.numberOrNaN(entry, "trainAccuracy"),
                            Json.numberOrNaN(entry, "testLoss"),
                            Json.numberOrNaN(entry, "testAccuracy"),
                            MeasurementJson.measurements(entry.path("tracked"))));
        }
        return epochs;
    }

    /**
     * Read the epochs up to one, the last included; later ones are left out.
     *
     * @throws DamagedFileException if one of them is missing
     */
    static List<EpochFindings> upTo(int last, Path file) {
        List<EpochFindings> epochs =
                read(file).stream().filter(epoch -> epoch.epoch() <= last).toList();
        if (epochs.size() != last + 1) {
            throw new DamagedFileException(
                    file,
                    "%d of the %d epochs before the checkpoint are missing"
                            .formatted(last + 1 - epochs.size(), last + 1));
        }
        return epochs;
    }
}
