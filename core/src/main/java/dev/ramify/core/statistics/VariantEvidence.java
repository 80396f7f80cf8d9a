package dev.ramify.core.statistics;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.Summary;
import java.util.List;
import java.util.Map;

/**
 * What a verdict on a variant rests on.
 *
 * @param trained summaries of the trained networks, corrected over the study
 * @param untrained summaries of the same networks before training, corrected over the study
 * @param networks the measurements of each trained network
 * @param profiles the profile of every metric, by the name that summaries call it
 */
public record VariantEvidence(
        List<Summary> trained,
        List<Summary> untrained,
        List<Network> networks,
        Map<String, MetricProfile> profiles) {

    public VariantEvidence {
        trained = List.copyOf(trained);
        untrained = List.copyOf(untrained);
        networks = List.copyOf(networks);
        profiles = Map.copyOf(profiles);
    }

    /**
     * One trained network.
     *
     * @param seed its seed
     * @param measurements of it
     */
    public record Network(long seed, List<Measurement> measurements) {

        public Network {
            measurements = List.copyOf(measurements);
        }
    }
}
