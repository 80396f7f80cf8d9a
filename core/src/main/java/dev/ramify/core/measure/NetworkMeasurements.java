package dev.ramify.core.measure;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.core.statistics.NullDraws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one network at one moment, by one metric or by all.
 *
 * @param measurements by metric and layer
 * @param unitColumns what was found out about single units, by layer
 * @param nulls what the test over seeds needs
 */
public record NetworkMeasurements(
        List<Measurement> measurements,
        Map<String, List<UnitColumn>> unitColumns,
        List<NullDraws> nulls) {

    /** Nothing. */
    public static final NetworkMeasurements NONE =
            new NetworkMeasurements(List.of(), Map.of(), List.of());

    /**
     * Put together what several metrics gave. Where two of them find out the same of units, nothing
     * tells these columns apart; the first one speaks.
     */
    public static NetworkMeasurements join(List<NetworkMeasurements> parts) {
        List<Measurement> measurements = new ArrayList<>();
        Map<String, List<UnitColumn>> units = new LinkedHashMap<>();
        List<NullDraws> nulls = new ArrayList<>();
        for (NetworkMeasurements part : parts) {
            measurements.addAll(part.measurements());
            nulls.addAll(part.nulls());
            part.unitColumns()
                    .forEach(
                            (layer, columns) ->
                                    add(
                                            columns,
                                            units.computeIfAbsent(
                                                    layer, key -> new ArrayList<>())));
        }
        return new NetworkMeasurements(measurements, units, nulls);
    }

    private static void add(List<UnitColumn> columns, List<UnitColumn> known) {
        for (UnitColumn column : columns) {
            if (known.stream().noneMatch(each -> each.name().equals(column.name()))) {
                known.add(column);
            }
        }
    }

    /** List the measurements that failed. */
    public List<Measurement> failed() {
        return measurements.stream().filter(each -> each.outcome() instanceof Failed).toList();
    }
}
