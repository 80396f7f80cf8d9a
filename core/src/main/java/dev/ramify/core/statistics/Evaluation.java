package dev.ramify.core.statistics;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.UnitColumn;
import java.util.List;

/**
 * One metric in one layer of one network.
 *
 * @param measurements one per subject, or a single undefined one
 * @param unitColumns what was found out about single units; empty if undefined
 * @param nulls what a summary over seeds needs; empty if undefined
 */
public record Evaluation(
        List<Measurement> measurements, List<UnitColumn> unitColumns, List<NullDraws> nulls) {

    public Evaluation {
        measurements = List.copyOf(measurements);
        unitColumns = List.copyOf(unitColumns);
        nulls = List.copyOf(nulls);
    }
}
