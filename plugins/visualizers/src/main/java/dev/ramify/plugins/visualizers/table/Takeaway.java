package dev.ramify.plugins.visualizers.table;

import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.ClaimText;
import dev.ramify.api.findings.Scope;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.findings.Verdict.Answer;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Says in one sentence what the table shows, with what speaks against it. */
final class Takeaway {

    private static final Comparator<Claim> FURTHEST =
            Comparator.comparing(Claim::scope, Comparator.reverseOrder())
                    .thenComparingDouble(Claim::p)
                    .thenComparing(
                            claim -> -Objects.requireNonNullElse(claim.summary().effect(), 0.0));

    private Takeaway() {}

    static String of(List<VariantFindings> variants) {
        List<VariantFindings> studied =
                variants.stream().filter(each -> each.role() == Role.STUDIED).toList();
        List<VariantFindings> asked = studied.isEmpty() ? variants : studied;
        List<VariantFindings> beyond = asked.stream().filter(Takeaway::claims).toList();
        if (beyond.isEmpty()) {
            return nothing(asked);
        }
        VariantFindings best =
                beyond.stream()
                        .min(Comparator.comparing(Takeaway::furthest, FURTHEST))
                        .orElseThrow();
        String claim = beyond.size() == 1 ? one(best) : several(beyond, asked.size(), best);
        return claim + doubts(best, variants) + ".";
    }

    private static String nothing(List<VariantFindings> asked) {
        Optional<Claim> closest =
                asked.stream()
                        .flatMap(each -> each.verdict().answers().stream())
                        .map(Answer::closest)
                        .filter(Objects::nonNull)
                        .min(Comparator.comparingDouble(Claim::p));
        if (closest.isEmpty()) {
            return "No metric with a null model was measured: nothing can be said about"
                    + " specialization.";
        }
        String where =
                asked.size() == 1
                        ? asked.get(0).name()
                        : "any of " + Numbers.count(asked.size(), "variant", "variants");
        return "No specialization beyond chance in %s (closest: %s in %s, %s)."
                .formatted(
                        where,
                        Names.of(closest.get().metric(), closest.get().subject()),
                        closest.get().layer(),
                        ClaimText.test(closest.get()));
    }

    private static String one(VariantFindings variant) {
        Claim claim = furthest(variant);
        return "%s specializes beyond chance in %s%s (%s: %s)"
                .formatted(
                        variant.name(),
                        claim.layer(),
                        claim.scope() == Scope.TRAINING ? " by training" : "",
                        Names.of(claim.metric(), claim.subject()),
                        ClaimText.brief(claim));
    }

    private static String several(List<VariantFindings> beyond, int asked, VariantFindings best) {
        Claim claim = furthest(best);
        return "%d of %d variants specialize beyond chance, %s most clearly (%s in %s: %s)"
                .formatted(
                        beyond.size(),
                        asked,
                        best.name(),
                        Names.of(claim.metric(), claim.subject()),
                        claim.layer(),
                        ClaimText.brief(claim));
    }

    private static String doubts(VariantFindings best, List<VariantFindings> variants) {
        List<String> controls =
                variants.stream()
                        .filter(each -> each.role() == Role.CONTROL && claims(each))
                        .map(VariantFindings::name)
                        .toList();
        StringBuilder doubts = new StringBuilder();
        Claim before = best.verdict().untrained();
        if (before != null) {
            String numbers =
                    "(%s in %s, %s)"
                            .formatted(
                                    Names.of(before.metric(), before.subject()),
                                    before.layer(),
                                    ClaimText.test(before));
            doubts.append(
                    before.isMade()
                            ? ", but something does before training " + numbers
                            : "; before training nothing is beyond chance " + numbers);
        }
        if (!controls.isEmpty()) {
            doubts.append(", but so ")
                    .append(controls.size() == 1 ? "does the control " : "do the controls ")
                    .append(Names.and(controls));
        }
        return doubts.toString();
    }

    private static boolean claims(VariantFindings variant) {
        return !variant.verdict().claims().isEmpty();
    }

    private static Claim furthest(VariantFindings variant) {
        return variant.verdict().claims().stream().min(FURTHEST).orElseThrow();
    }
}
