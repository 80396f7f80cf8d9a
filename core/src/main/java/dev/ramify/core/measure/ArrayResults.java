package dev.ramify.core.measure;

import dev.ramify.api.findings.Verdict;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Failed;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was measured of a recording.
 *
 * @param measurements in the order of metrics and layers
 * @param unmeasured why metrics gave no value at all
 * @param verdict what may be said
 */
public record ArrayResults(
        List<Measurement> measurements, List<Unmeasured> unmeasured, Verdict verdict) {

    public ArrayResults {
        measurements = List.copyOf(measurements);
        unmeasured = List.copyOf(unmeasured);
    }

    /** Say which metrics failed in which layers, and why. */
    public List<String> failures() {
        return measurements.stream()
                .flatMap(
                        each ->
                                each.outcome() instanceof Failed failed
                                        ? Stream.of(failed.reason())
                                        : Stream.empty())
                .toList();
    }

    /**
     * A metric without any value in any layer.
     *
     * @param metric its name
     * @param reason what is missing or degenerate, in most of the layers
     */
    public record Unmeasured(String metric, String reason) {}
}
