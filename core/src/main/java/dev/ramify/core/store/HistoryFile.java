package dev.ramify.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.core.store.AtomicFile.Contents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Loss and accuracy of a network, epoch by epoch, as JSON. */
public final class HistoryFile {

    private HistoryFile() {}

    /** Write loss and accuracy of epochs. */
    public static Contents of(List<EpochFindings> epochs) {
        ObjectNode node = Json.object();
        node.put("schema", "ramify.history/2");
        ArrayNode array = node.putArray("epochs");
        for (EpochFindings epoch : epochs) {
            ObjectNode entry = array.addObject();
            entry.put("epoch", epoch.epoch());
            Json.put(entry, "trainLoss", epoch.trainLoss());
            Json.put(entry, "trainAccuracy", epoch.trainAccuracy());
            Json.put(entry, "testLoss", epoch.testLoss());
            Json.put(entry, "testAccuracy", epoch.testAccuracy());
        }
        return Json.contents(node);
    }

    /**
     * Read loss and accuracy of epochs, without what was tracked.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    public static List<EpochFindings> read(Path file) {
        List<EpochFindings> epochs = new ArrayList<>();
        for (JsonNode entry : Json.read(file).path("epochs")) {
            epochs.add(
                    new EpochFindings(
                            entry.path("epoch").asInt(),
                            Json.numberOrNaN(entry, "trainLoss"),
                            Json.numberOrNaN(entry, "trainAccuracy"),
                            Json.numberOrNaN(entry, "testLoss"),
                            Json.numberOrNaN(entry, "testAccuracy"),
                            List.of()));
        }
        return epochs;
    }
}
