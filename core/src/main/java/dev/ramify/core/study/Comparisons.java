package dev.ramify.core.study;

import dev.ramify.api.metric.Measurement;
import dev.ramify.core.statistics.ComparisonText;
import java.util.ArrayList;
import java.util.List;

/**
 * What metrics of several networks gave for the same networks.
 *
 * @param trained after training
 * @param untrained before training
 */
record Comparisons(List<Measurement> trained, List<Measurement> untrained) {

    static final Comparisons NONE = new Comparisons(List.of(), List.of());

    Comparisons {
        trained = List.copyOf(trained);
        untrained = List.copyOf(untrained);
    }

    /** Return the same in words. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(ComparisonText.lines(trained));
        ComparisonText.lines(untrained).forEach(line -> lines.add("untrained, " + line));
        return lines;
    }
}
