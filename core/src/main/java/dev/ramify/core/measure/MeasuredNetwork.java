package dev.ramify.core.measure;

import java.util.List;

/**
 * What was measured of one network, by one metric or by all.
 *
 * @param trained after training
 * @param untrained before training
 */
public record MeasuredNetwork(NetworkMeasurements trained, NetworkMeasurements untrained) {

    /** Put together what several metrics gave. */
    public static MeasuredNetwork join(List<MeasuredNetwork> parts) {
        return new MeasuredNetwork(
                NetworkMeasurements.join(parts.stream().map(MeasuredNetwork::trained).toList()),
                NetworkMeasurements.join(parts.stream().map(MeasuredNetwork::untrained).toList()));
    }

    /** Tell whether the metric failed in any layer, trained or untrained. */
    public boolean hasFailed() {
        return !trained.failed().isEmpty() || !untrained.failed().isEmpty();
    }
}
