package dev.ramify.api.metric;

import dev.ramify.api.random.Seed;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What a metric of several networks is computed from.
 *
 * @param layer name of the layer that is compared, for people
 * @param networks at least two, in the order of the study
 * @param seed the source of randomness
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record StudyInput(String layer, List<Network> networks, Seed seed) {

    public StudyInput {
        networks = List.copyOf(networks);
        if (networks.size() < 2) {
            throw new IllegalArgumentException(
                    "a comparison needs at least 2 networks, found " + networks.size());
        }
    }

    /**
     * One network.
     *
     * @param variant its architecture, by the name of the variant
     * @param dataset what it was trained on
     * @param number its seed
     * @param input its recording and the layer to compare
     */
    public record Network(String variant, String dataset, long number, MetricInput input) {}
}
