package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Corrects the p values of a study by Holm's step-down method (1979).
 *
 * <p>The family is every summary of every inferential metric in every layer and variant that is
 * given together: once the trained networks of a study, and once its untrained ones. Holm rather
 * than Benjamini-Hochberg, because a verdict is a single claim that must not be one of a tolerated
 * share of false ones, and because it needs no assumption on how metrics, layers and variants
 * depend on each other. Descriptive metrics carry no claim and do not enter. Thread-safe.
 */
public final class StudyCorrection {

    @Inject
    public StudyCorrection() {}

    /**
     * Correct together all summaries of a study's variants.
     *
     * @param variants the summaries of each variant
     * @param profiles the profile of every metric, by the name that summaries call it
     * @return the same summaries in the same order, with {@code pAdjusted}
     */
    public List<List<Summary>> adjust(
            List<List<Summary>> variants, Map<String, MetricProfile> profiles) {
        List<Summary> family =
                variants.stream()
                        .flatMap(List::stream)
                        .filter(each -> ClaimRule.mayClaim(each, profiles))
                        .sorted(Comparator.comparingDouble(ClaimRule::p))
                        .toList();
        IdentityHashMap<Summary, Double> adjusted = new IdentityHashMap<>();
        double floor = 0;
        for (int i = 0; i < family.size(); i++) {
            double stepped = Math.min(1, (family.size() - i) * ClaimRule.p(family.get(i)));
            floor = Math.max(floor, stepped);
            adjusted.put(family.get(i), floor);
        }
        List<List<Summary>> result = new ArrayList<>();
        for (List<Summary> variant : variants) {
            result.add(variant.stream().map(each -> withAdjusted(each, adjusted)).toList());
        }
        return result;
    }

    private static Summary withAdjusted(
            Summary summary, IdentityHashMap<Summary, Double> adjusted) {
        Double p = adjusted.get(summary);
        return p == null ? summary : summary.withAdjusted(p);
    }
}
