package dev.ramify.core.study;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.core.statistics.NullDraws;
import java.util.List;
import java.util.Map;

/**
 * What was measured of one network at one moment.
 *
 * @param measurements of all metrics in all layers
 * @param unitColumns what was found out about single units, by layer
 * @param nulls what the test over seeds needs
 */
record NetworkResults(
        List<Measurement> measurements,
        Map<String, List<UnitColumn>> unitColumns,
        List<NullDraws> nulls) {}
