package dev.ramify.core.measure;

import dev.ramify.api.metric.Measurement;
import java.util.List;

/**
 * What was measured of a recording.
 *
 * @param measurements in the order of metrics and layers
 * @param unmeasured why metrics gave no value at all
 * @param verdict in words, at least one sentence
 */
public record ArrayResults(
        List<Measurement> measurements, List<Unmeasured> unmeasured, List<String> verdict) {

    public ArrayResults {
        measurements = List.copyOf(measurements);
        unmeasured = List.copyOf(unmeasured);
        verdict = List.copyOf(verdict);
    }

    /**
     * A metric without any value in any layer.
     *
     * @param metric its name
     * @param reason what is missing or degenerate, in most of the layers
     */
    public record Unmeasured(String metric, String reason) {}
}
