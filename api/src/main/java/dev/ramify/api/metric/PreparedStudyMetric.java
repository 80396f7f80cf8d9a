package dev.ramify.api.metric;

import dev.ramify.api.recording.Assignment;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A metric of several networks that has done its costly part.
 *
 * <p>Pure and safe for use by several threads. Lists of assignments have one entry per network, in
 * the order of the input, each with the branches and branch sizes of the recorded one.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface PreparedStudyMetric {

    /** List what the values are about, at least one. */
    List<Subject> subjects();

    /**
     * Compute the values under a division into branches in every network.
     *
     * @return one value per subject; {@code NaN} where there is none, for the {@link #reason}
     */
    double[] score(List<Assignment> assignments);

    /** Return the greatest values possible, one per subject; {@code NaN} where there is none. */
    double[] ceiling();

    /** Say why a subject has no value. */
    default String reason(int subject) {
        return "the data allow no value";
    }

    /** Tell whether a unit of a network takes part. */
    default boolean takesPart(int network, int unit) {
        return true;
    }

    /** Say in words what was observed of a subject; may be empty. */
    default String phrase(int subject, List<Assignment> assignments) {
        return "";
    }
}
