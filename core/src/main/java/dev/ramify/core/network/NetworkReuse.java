package dev.ramify.core.network;

import dev.ramify.core.measure.StudyMetrics;
import dev.ramify.core.measure.StudyMetrics.Entry;
import java.util.List;
import java.util.Set;

/**
 * What of a network is there already.
 *
 * @param isTrained whether nothing has to be trained
 * @param epoch after which training goes on, where it is not
 * @param recordings how many of its two recordings are there
 * @param measured metrics whose measurements are there
 * @param unmeasured metrics that have to be measured
 */
public record NetworkReuse(
        boolean isTrained,
        int epoch,
        int recordings,
        List<String> measured,
        List<String> unmeasured) {

    private static final int RECORDINGS = 2;

    /** Nothing is there. */
    public static NetworkReuse nothing(StudyMetrics metrics) {
        return new NetworkReuse(false, 0, 0, List.of(), names(metrics));
    }

    static NetworkReuse of(StudyMetrics metrics, int recordings, Set<String> measured) {
        return new NetworkReuse(
                true,
                0,
                recordings,
                names(metrics).stream().filter(measured::contains).toList(),
                names(metrics).stream().filter(name -> !measured.contains(name)).toList());
    }

    NetworkReuse trainedUntil(int last) {
        return new NetworkReuse(false, last, recordings, measured, unmeasured);
    }

    private static List<String> names(StudyMetrics metrics) {
        return metrics.entries().stream().map(Entry::name).toList();
    }

    /** Tell whether nothing is left to do. */
    public boolean isAll() {
        return isTrained && recordings == RECORDINGS && unmeasured.isEmpty();
    }
}
