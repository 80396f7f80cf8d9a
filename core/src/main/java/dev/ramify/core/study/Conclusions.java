package dev.ramify.core.study;

import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.Verdict;
import dev.ramify.api.metric.Summary;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.statistics.ComparisonText;
import dev.ramify.core.statistics.VerdictText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the statistics say of one variant.
 *
 * @param variant its name
 * @param networks what was measured of each finished network, by seed
 * @param trained summaries over seeds, corrected over the study
 * @param untrained the same before training
 * @param comparisons of its networks with each other
 * @param verdict what may be said
 */
record Conclusions(
        String variant,
        Map<Long, MeasuredNetwork> networks,
        List<Summary> trained,
        List<Summary> untrained,
        Comparisons comparisons,
        Verdict verdict) {

    Conclusions with(Comparisons compared) {
        return new Conclusions(variant, networks, trained, untrained, compared, verdict);
    }

    /** Say it all in words, what comparing the networks gave after all else. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(VerdictText.lines(verdict));
        lines.addAll(ComparisonText.lines(comparisons));
        return lines;
    }
}
