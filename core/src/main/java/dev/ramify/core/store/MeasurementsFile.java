package dev.ramify.core.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.core.array.ArrayFormatException;
import dev.ramify.core.array.NpyArray;
import dev.ramify.core.array.Npz;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.measure.NetworkMeasurements;
import dev.ramify.core.statistics.NullDraws;
import dev.ramify.core.store.AtomicFile.Contents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a metric gave for a network, trained, untrained and in between, as JSON and arrays. */
public final class MeasurementsFile {

    private static final String TRAINED = "trained";
    private static final String UNTRAINED = "untrained";
    private static final long MOST_BYTES = 1L << 30;

    private MeasurementsFile() {}

    /**
     * Return the files that what a metric gave is written as, by name.
     *
     * @param metric by which its measurements are called
     */
    public static Map<String, Contents> of(String metric, MeasuredNetwork results) {
        Map<String, NpyArray> draws = new LinkedHashMap<>();
        ObjectNode node = Json.object();
        node.put("schema", "ramify.results/2");
        node.set(TRAINED, json(TRAINED, results.trained(), draws));
        node.set(UNTRAINED, json(UNTRAINED, results.untrained(), draws));
        return Map.of(
                NetworkFolder.measurements(metric),
                Json.contents(node),
                NetworkFolder.nulls(metric),
                out -> Npz.write(out, draws));
    }

    private static ObjectNode json(
            String moment, NetworkMeasurements results, Map<String, NpyArray> draws) {
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
     * Read what a metric gave.
     *
     * @throws DamagedFileException if it is no longer what was written
     */
    public static MeasuredNetwork read(KeyedFolder folder, String metric) {
        String results = NetworkFolder.measurements(metric);
        String nulls = NetworkFolder.nulls(metric);
        folder.require(results);
        folder.require(nulls);
        Map<String, NpyArray> draws = draws(folder.file(nulls));
        JsonNode node = Json.read(folder.file(results));
        return new MeasuredNetwork(
                results(node.path(TRAINED), draws), results(node.path(UNTRAINED), draws));
    }

    /** Return what the measurements of the epochs in between are written as. */
    public static Contents tracked(Map<Integer, List<Measurement>> epochs) {
        ObjectNode node = Json.object();
        node.put("schema", "ramify.tracked/1");
        ArrayNode array = node.putArray("epochs");
        epochs.forEach(
                (epoch, measurements) ->
                        array.addObject()
                                .put("epoch", epoch)
                                .set("measurements", MeasurementJson.of(measurements)));
        return Json.contents(node);
    }

    /**
     * Read the measurements of the epochs in between.
     *
     * @throws DamagedFileException if they are no longer what was written
     */
    public static Map<Integer, List<Measurement>> readTracked(KeyedFolder folder, String metric) {
        String name = NetworkFolder.tracked(metric);
        folder.require(name);
        Map<Integer, List<Measurement>> epochs = new LinkedHashMap<>();
        for (JsonNode entry : Json.read(folder.file(name)).path("epochs")) {
            epochs.put(
                    entry.path("epoch").asInt(),
                    MeasurementJson.measurements(entry.path("measurements")));
        }
        return epochs;
    }

    private static Map<String, NpyArray> draws(Path file) {
        try {
            return Npz.read(file, MOST_BYTES);
        } catch (IOException | ArrayFormatException e) {
            throw new DamagedFileException(file, String.valueOf(e.getMessage()), e);
        }
    }

    private static NetworkMeasurements results(JsonNode node, Map<String, NpyArray> draws) {
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
        return new NetworkMeasurements(
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
