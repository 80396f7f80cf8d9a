package dev.ramify.core.study;

import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.Summary;
import dev.ramify.core.statistics.Claim;
import dev.ramify.core.statistics.ClaimRule;
import dev.ramify.core.statistics.NullDraws;
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
 * @param verdict in words
 */
record Conclusions(
        String variant,
        Map<Long, NetworkResultsFile.Both> networks,
        List<Summary> trained,
        List<Summary> untrained,
        Comparisons comparisons,
        List<String> verdict) {

    /** Add what comparing the networks gave, after all else that the verdict says. */
    Conclusions with(Comparisons compared) {
        List<String> lines = new ArrayList<>(verdict);
        lines.addAll(compared.lines());
        return new Conclusions(variant, networks, trained, untrained, compared, lines);
    }

    /** Tell whether any summary supports a claim. */
    boolean claims(Map<String, MetricProfile> profiles) {
        return trained.stream().anyMatch(each -> ClaimRule.claim(each, profiles) != Claim.NONE);
    }

    /** Tell whether anything was compared with chance. */
    boolean isTested() {
        return networks.values().stream()
                .flatMap(each -> each.trained().nulls().stream())
                .map(NullDraws::draws)
                .anyMatch(draws -> draws.length > 0);
    }
}
