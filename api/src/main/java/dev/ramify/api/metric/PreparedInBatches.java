package dev.ramify.api.metric;

import dev.ramify.api.recording.Assignment;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A metric that scores many divisions of units at once for much less than one after another, such
 * as one that has to read large data for each score. Draws under a null are then handed over
 * together, by one thread, rather than one by one on all cores.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PreparedInBatches extends PreparedMetric {

    /**
     * Compute the values under several divisions: the same as {@link #score} gives for each.
     *
     * @return one array for each division, in order
     */
    List<double[]> scores(List<Assignment> assignments);
}
