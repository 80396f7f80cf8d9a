package dev.ramify.core.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import dev.ramify.core.statistics.NullDraws;
import dev.ramify.core.store.AtomicFile;
import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.store.NetworkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what was measured of a network, trained and untrained, and reads it again. */
final class NetworkResultsFile {

    private static final String TRAINED = "trained";
    private static final String UNTRAINED = "untrained";
    private static final long MOST_BYTES = 1L << 30;

    private NetworkResultsFile() {}

    /** What a network is measured as. */
    record Both(NetworkResults trained, NetworkResults untrained) {}

    static void write(NetworkFolder folder, Both results) {
        Map<String, NpyArray> draws = new LinkedHashMap<>();
        ObjectNode node = Json.object();
        node.put("schema", "ramify.results/2");
        node.set(TRAINED, json(TRAINED, results.trained(), draws));
        node.set(UNTRAINED, json(UNTRAINED, results.untrained(), draws));
        AtomicFile.write(folder.nulls(), out -> Npz.write(out, draws));
        Json.write(folder.results(), node);
    }

    private static ObjectNode json(
            String moment, NetworkResults results, Map<String, NpyArray> draws) {
        ObjectNode node = Json.object();
        node.set("measurements", MeasurementJson.of(results.measurements()));
        ObjectNode units = node.putObject("units");
        results.unitColumns()
                .forEach(
                        (layer, columns) -> {
                            ObjectNode perLayer = units.putObject(layer);
                            columns.forEach(
                                    column ->
                                            perLayer.set(column.name(), UnitColumnJson.of(column)));
                        });
        ArrayNode nulls = node.putArray("nulls");
        for (NullDraws each : results.nulls()) {
            String name = moment + "/" + nulls.size();
            draws.put(name, NpyArray.of(each.draws(), each.draws().length));
            ObjectNode entry = nulls.addObject();
            entry.put("metric", each.metric());
            entry.put("layer", each.layer());
            entry.set("subject", MeasurementJson.of(each.subject()));
            entry.put("tail", each.tail().name());
            entry.put("value", each.value());
            Json.put(entry, "ceiling", each.ceiling());
            Json.put(entry, "pAdjusted", each.pAdjusted());
            entry.put("model", each.model().name());
            entry.put("assumesIndependentUnits", each.assumesIndependentUnits());
            entry.put("draws", name);
        }
        return node;
    }

    /**
     * Read what was measured.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    static Both read(NetworkFolder folder) {
        Map<String, NpyArray> draws = draws(folder.nulls());
        JsonNode node = Json.read(folder.results());
        return new Both(results(node.path(TRAINED), draws), results(node.path(UNTRAINED), draws));
    }

    private static Map<String, NpyArray> draws(Path file) {
        try {
            return Npz.read(file, MOST_BYTES);
        } catch (IOException | ArrayFormatException e) {
            throw new DamagedFileException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static NetworkResults results(JsonNode node, Map<String, NpyArray> draws) {
        Map<String, List<UnitColumn>> units = new LinkedHashMap<>();
        node.path("units")
                .properties()
                .forEach(layer -> units.put(layer.getKey(), columns(layer.getValue())));
        List<NullDraws> nulls = new ArrayList<>();
        for (JsonNode entry : node.path("nulls")) {
            NpyArray values = draws.get(entry.path("draws").asText());
            nulls.add(
                    new NullDraws(
                            entry.path("metric").asText(),
                            entry.path("layer").asText(),
                            MeasurementJson.subject(entry.path("subject")),
                            Tail.valueOf(entry.path("tail").asText()),
                            entry.path("value").asDouble(),
                            Json.number(entry, "ceiling"),
                            Json.number(entry, "pAdjusted"),
                            NullModel.valueOf(entry.path("model").asText()),
                            entry.path("assumesIndependentUnits").asBoolean(),
                            values == null ? new double[0] : values.doubles()));
        }
        return new NetworkResults(
                MeasurementJson.measurements(node.path("measurements")), units, nulls);
    }

    private static List<UnitColumn> columns(JsonNode layer) {
        List<UnitColumn> columns = new ArrayList<>();
        layer.properties()
                .forEach(
                        column ->
                                columns.add(
                                        UnitColumnJson.read(column.getKey(), column.getValue())));
        return columns;
    }
}
