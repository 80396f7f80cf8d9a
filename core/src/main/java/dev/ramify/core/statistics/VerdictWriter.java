package dev.ramify.core.statistics;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.Summary;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says in words what the statistics of a variant support, by {@link ClaimRule}, and as readily that
 * they support nothing. Lines do not repeat the variant's name. Every p in it is the corrected one.
 * Thread-safe.
 */
public final class VerdictWriter {

    private static final int MOST_EVIDENCE = 3;

    @Inject
    public VerdictWriter() {}

    /** Write one sentence per line, at least one. */
    public List<String> write(VariantEvidence evidence) {
        List<String> lines = new ArrayList<>();
        Set<String> layers =
                evidence.trained().stream()
                        .filter(each -> ClaimRule.mayClaim(each, evidence.profiles()))
                        .map(Summary::layer)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Claim> claims = new ArrayList<>();
        for (String layer : layers) {
            claims.addAll(layer(layer, evidence, lines));
        }
        scope(claims, evidence, lines);
        untrained(evidence, lines);
        undefined(evidence, lines);
        if (lines.isEmpty()) {
            lines.add("no inferential metric was measured, so no claim");
        }
        return lines;
    }

    private static List<Claim> layer(String layer, VariantEvidence evidence, List<String> lines) {
        List<Summary> all =
                inferential(evidence.trained(), evidence).stream()
                        .filter(each -> each.layer().equals(layer))
                        .toList();
        List<Summary> claimed =
                all.stream().filter(each -> claim(each, evidence) != Claim.NONE).toList();
        if (claimed.isEmpty()) {
            Summary closest = closest(all);
            lines.add(
                    layer
                            + ": no specialization beyond chance; closest is "
                            + SummaryText.of(closest, evidence.profiles())
                            + doubt(closest));
            return List.of();
        }
        lines.add(
                layer
                        + ": specializes beyond chance: "
                        + claimed.stream()
                                .limit(MOST_EVIDENCE)
                                .map(each -> SummaryText.of(each, evidence.profiles()))
                                .collect(Collectors.joining("; "))
                        + more(claimed.size() - MOST_EVIDENCE));
        lines.addAll(NetworkText.lines(layer, evidence));
        return claimed.stream().map(each -> claim(each, evidence)).toList();
    }

    /** Say why a small p alone did not make a claim. */
    private static String doubt(Summary summary) {
        return ClaimRule.isSignificant(summary.pAdjusted())
                ? ", but only %d of %d seeds by themselves"
                        .formatted(summary.significantSeeds(), summary.seeds())
                : "";
    }

    private static void scope(List<Claim> claims, VariantEvidence evidence, List<String> lines) {
        if (claims.isEmpty()) {
            return;
        }
        int networks = evidence.networks().size();
        String these = networks == 1 ? "this network" : "these " + networks + " networks";
        if (claims.contains(Claim.TRAINING)) {
            lines.add("scope: training this variant, from " + networks + " seeds");
        } else if (networks < ClaimRule.SEEDS_FOR_TRAINING) {
            lines.add(
                    "scope: %s, not training in general, which takes at least %d seeds"
                            .formatted(these, ClaimRule.SEEDS_FOR_TRAINING));
        } else {
            lines.add(
                    "scope: %s, not training in general: the interval over seeds reaches 0"
                            .formatted(these));
        }
    }

    private static void untrained(VariantEvidence evidence, List<String> lines) {
        List<Summary> summaries = inferential(evidence.untrained(), evidence);
        if (summaries.isEmpty()) {
            return;
        }
        for (Summary summary : summaries) {
            if (claim(summary, evidence) != Claim.NONE) {
                lines.add(
                        "untrained, %s: already beyond chance: %s; so training alone is not the cause"
                                .formatted(
                                        summary.layer(),
                                        SummaryText.of(summary, evidence.profiles())));
                return;
            }
        }
        lines.add(
                "untrained: no specialization beyond chance (p = %s)"
                        .formatted(Numbers.p(SummaryText.adjusted(closest(summaries)))));
    }

    private static void undefined(VariantEvidence evidence, List<String> lines) {
        Set<String> reasons = new LinkedHashSet<>();
        for (VariantEvidence.Network network : evidence.networks()) {
            for (Measurement measurement : network.measurements()) {
                MetricProfile profile = evidence.profiles().get(measurement.metric());
                if (measurement.outcome() instanceof Undefined undefined
                        && profile != null
                        && profile.kind() == Kind.INFERENTIAL) {
                    reasons.add(undefined(measurement, undefined.reason()));
                }
            }
        }
        lines.addAll(reasons);
    }

    private static String undefined(Measurement measurement, String reason) {
        String subject = measurement.subject().parts().isEmpty() ? "" : " " + measurement.subject();
        return "%s: %s%s is undefined: %s"
                .formatted(measurement.layer(), measurement.metric(), subject, reason);
    }

    /** List what may carry a claim: the layer as a whole first, then by corrected p. */
    private static List<Summary> inferential(List<Summary> summaries, VariantEvidence evidence) {
        return summaries.stream()
                .filter(each -> ClaimRule.mayClaim(each, evidence.profiles()))
                .sorted(
                        Comparator.comparing((Summary each) -> !each.subject().parts().isEmpty())
                                .thenComparing(SummaryText::adjusted))
                .toList();
    }

    /** Find what comes closest to a claim; among equals the first, which is the layer. */
    private static Summary closest(List<Summary> summaries) {
        return summaries.stream()
                .min(Comparator.comparingDouble(SummaryText::adjusted))
                .orElseThrow();
    }

    private static Claim claim(Summary summary, VariantEvidence evidence) {
        return ClaimRule.claim(summary, evidence.profiles());
    }

    private static String more(int count) {
        return count > 0 ? "; and " + count + " more" : "";
    }
}
