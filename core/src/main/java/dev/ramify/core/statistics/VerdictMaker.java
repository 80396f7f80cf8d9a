package dev.ramify.core.statistics;

import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.Verdict;
import dev.ramify.api.findings.Verdict.Answer;
import dev.ramify.api.findings.Verdict.Gap;
import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a verdict of what the statistics support, and as readily of what they do not. */
final class VerdictMaker {

    private final Map<String, MetricProfile> profiles;
    private final Primary primary;
    private final int questions;

    /**
     * @param questions the number of confirmatory questions about training in the study
     */
    VerdictMaker(Map<String, MetricProfile> profiles, Primary primary, int questions) {
        this.profiles = profiles;
        this.primary = primary;
        this.questions = questions;
    }

    Verdict verdict(VariantEvidence variant, List<Summary> trained, List<Summary> untrained) {
        List<Answer> answers = new ArrayList<>();
        for (String layer : layers(variant, trained)) {
            answers.add(answer(layer, variant, trained));
        }
        return new Verdict(
                outcome(variant, answers, trained),
                variant.networks().size(),
                answers,
                closest(claims(untrained)),
                gaps(variant, trained),
                questions == 0 ? null : TrainingReach.of(questions, variant.networks().size()));
    }

    private static Set<String> layers(VariantEvidence variant, List<Summary> trained) {
        Set<String> layers = new LinkedHashSet<>();
        for (NetworkEvidence network : variant.networks()) {
            network.measurements().forEach(each -> layers.add(each.layer()));
        }
        trained.forEach(each -> layers.add(each.layer()));
        return layers;
    }

    private Answer answer(String layer, VariantEvidence variant, List<Summary> trained) {
        List<Claim> all =
                claims(trained).stream().filter(each -> each.layer().equals(layer)).toList();
        List<Claim> made = all.stream().filter(Claim::isMade).toList();
        return new Answer(
                layer,
                made,
                made.isEmpty() ? closest(all) : null,
                made.isEmpty() ? List.of() : Roles.of(layer, variant, profiles));
    }

    /**
     * List what may carry a claim: claims about training first, the layer as a whole, then by p.
     */
    private List<Claim> claims(List<Summary> summaries) {
        return summaries.stream()
                .map(each -> ClaimRule.claim(each, profiles, primary))
                .flatMap(Optional::stream)
                .sorted(
                        Comparator.comparing(
                                        (Claim each) -> each.scope(), Comparator.reverseOrder())
                                .thenComparing(each -> each.standing())
                                .thenComparing(each -> !each.subject().parts().isEmpty())
                                .thenComparingDouble(Claim::p))
                .toList();
    }

    /** Find what comes closest to a claim; among equals the first, which is the layer. */
    private static @Nullable Claim closest(List<Claim> claims) {
        return claims.stream()
                .min(
                        Comparator.comparing((Claim each) -> !each.isMade())
                                .thenComparingDouble(Claim::p))
                .orElse(null);
    }

    private static Outcome outcome(
            VariantEvidence variant, List<Answer> answers, List<Summary> trained) {
        if (variant.networks().isEmpty()) {
            return Outcome.FAILED;
        }
        if (answers.stream().anyMatch(each -> !each.claims().isEmpty())) {
            return Outcome.BEYOND_CHANCE;
        }
        if (answers.stream().anyMatch(Answer::isTested)) {
            return Outcome.NOT_BEYOND_CHANCE;
        }
        return trained.isEmpty() ? Outcome.NOT_TESTED : Outcome.DESCRIBED;
    }

    private List<Gap> gaps(VariantEvidence variant, List<Summary> trained) {
        Map<Gap, Integer> counts = new LinkedHashMap<>();
        for (NetworkEvidence network : variant.networks()) {
            for (Measurement each : network.measurements()) {
                MetricProfile profile = profiles.get(each.metric());
                String reason = reason(each.outcome());
                if (reason != null && profile != null && profile.kind() == Kind.INFERENTIAL) {
                    counts.merge(
                            new Gap(each.metric(), each.layer(), each.subject(), reason, 0),
                            1,
                            Integer::sum);
                }
            }
        }
        List<Gap> gaps = new ArrayList<>();
        counts.forEach(
                (gap, count) ->
                        gaps.add(
                                new Gap(
                                        gap.metric(),
                                        gap.layer(),
                                        gap.subject(),
                                        gap.reason(),
                                        count)));
        trained.stream().filter(this::isUnsound).map(VerdictMaker::unsound).forEach(gaps::add);
        return gaps;
    }

    private static @Nullable String reason(Measurement.Outcome outcome) {
        if (outcome instanceof Undefined undefined) {
            return undefined.reason();
        }
        return outcome instanceof Failed failed ? failed.reason() : null;
    }

    /** Tell whether all that a question has is a null that does not hold. */
    private boolean isUnsound(Summary summary) {
        ChanceTest chance = summary.chance();
        return ClaimRule.isInferential(summary, profiles)
                && summary.subject().parts().isEmpty()
                && chance != null
                && chance.assumesIndependentUnits()
                && summary.training() == null;
    }

    private static Gap unsound(Summary summary) {
        return new Gap(
                summary.metric(),
                summary.layer(),
                summary.subject(),
                "its p assumes independent units, but units of a deeper layer of a branch share"
                        + " inputs before any training; give untrained copies of the network"
                        + " (--init) to compare it with",
                summary.seeds());
    }
}
