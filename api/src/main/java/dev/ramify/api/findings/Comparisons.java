package dev.ramify.api.findings;

import dev.ramify.api.metric.Measurement;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What metrics of several networks gave for the same networks.
 *
 * @param trained after training
 * @param untrained before training
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Comparisons(List<Measurement> trained, List<Measurement> untrained) {

    /** Nothing was compared. */
    public static final Comparisons NONE = new Comparisons(List.of(), List.of());

    public Comparisons {
        trained = List.copyOf(trained);
        untrained = List.copyOf(untrained);
    }
}
