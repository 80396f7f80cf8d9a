package dev.ramify.core.statistics;

import dev.ramify.api.findings.Verdict;
import dev.ramify.api.metric.Summary;
import java.util.List;

/**
 * What follows from the evidence on one variant.
 *
 * @param name of the variant
 * @param trained summaries over seeds, corrected over the study
 * @param untrained the same before training
 * @param verdict what may be said
 */
public record Conclusion(
        String name, List<Summary> trained, List<Summary> untrained, Verdict verdict) {

    public Conclusion {
        trained = List.copyOf(trained);
        untrained = List.copyOf(untrained);
    }
}
