package dev.ramify.cli;

import dev.ramify.core.network.NetworkReuse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says of each stage of a study what is there already and what is left to do.
 *
 * @param networks number of networks
 * @param trained networks whose weights are there
 * @param begun networks that are trained in part
 * @param recordings that are there, of two for each network
 * @param measured for each metric the number of networks whose measurements are there
 */
record StageReuse(
        int networks, int trained, int begun, int recordings, Map<String, Integer> measured) {

    static StageReuse of(List<NetworkReuse> reuse) {
        int trained = 0;
        int begun = 0;
        int recordings = 0;
        Map<String, Integer> measured = new LinkedHashMap<>();
        for (NetworkReuse each : reuse) {
            trained += each.isTrained() ? 1 : 0;
            begun += each.epoch() > 0 ? 1 : 0;
            recordings += each.recordings();
            each.measured().forEach(metric -> measured.merge(metric, 1, Integer::sum));
            each.unmeasured().forEach(metric -> measured.merge(metric, 0, Integer::sum));
        }
        return new StageReuse(reuse.size(), trained, begun, recordings, measured);
    }

    /** Return the part of all training that is left to do, in [0, 1]. */
    double untrained() {
        return networks == 0 ? 0 : (double) (networks - trained) / networks;
    }

    /** Say it to people, one stage per line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "weights: "
                        + share(trained, networks, "to train")
                        + (begun == 0 ? "" : ", %d of them begun".formatted(begun)));
        lines.add("recordings: " + share(recordings, 2 * networks, "to record"));
        measured.forEach(
                (metric, count) ->
                        lines.add(
                                "measurements, %s: %s"
                                        .formatted(metric, share(count, networks, "to measure"))));
        lines.add("comparisons, verdict, figures and report: made each time");
        return lines;
    }

    private static String share(int there, int all, String left) {
        return there == all
                ? "all %d reused".formatted(all)
                : "%d reused, %d %s".formatted(there, all - there, left);
    }

    /** Say it to programs. */
    Map<String, Object> describe() {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("weights", Map.of("reused", trained, "begun", begun, "of", networks));
        content.put("recordings", Map.of("reused", recordings, "of", 2 * networks));
        Map<String, Object> metrics = new LinkedHashMap<>();
        measured.forEach(
                (metric, count) -> metrics.put(metric, Map.of("reused", count, "of", networks)));
        content.put("measurements", metrics);
        return content;
    }
}
