package dev.ramify.core.statistics;

import dev.ramify.api.metric.Measurement;
import java.util.List;

/**
 * What one network contributes to a verdict.
 *
 * @param seed its seed
 * @param measurements of the trained network
 * @param trained what its evaluations kept for the tests over seeds
 * @param untrained the same before training; empty where nothing was measured then
 */
public record NetworkEvidence(
        long seed,
        List<Measurement> measurements,
        List<NullDraws> trained,
        List<NullDraws> untrained) {

    public NetworkEvidence {
        measurements = List.copyOf(measurements);
        trained = List.copyOf(trained);
        untrained = List.copyOf(untrained);
    }
}
