package dev.ramify.core.statistics;

import dev.ramify.api.findings.Claim;
import dev.ramify.api.findings.ClaimText;
import dev.ramify.api.findings.Scope;
import dev.ramify.api.findings.Verdict;
import dev.ramify.api.findings.Verdict.Answer;
import dev.ramify.api.findings.Verdict.Gap;
import dev.ramify.api.findings.Verdict.Outcome;
import dev.ramify.api.findings.Verdict.Reach;
import dev.ramify.api.findings.Verdict.Role;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts a verdict in words, for terminal and report. Lines do not repeat the variant's name. Nothing
 * is decided here.
 */
public final class VerdictText {

    private static final int MOST_CLAIMS = 3;

    private VerdictText() {}

    /** Write one sentence per line, at least one. */
    public static List<String> lines(Verdict verdict) {
        if (verdict.outcome() == Outcome.FAILED) {
            return List.of("no network was finished, so nothing can be said");
        }
        List<String> lines = new ArrayList<>();
        for (Answer answer : verdict.answers()) {
            if (answer.isTested()) {
                lines.addAll(answer(answer, verdict));
            } else {
                lines.add(untested(answer.layer(), verdict));
            }
        }
        reach(verdict).ifPresent(lines::add);
        untrained(verdict).ifPresent(lines::add);
        gaps(verdict, lines);
        if (lines.isEmpty()) {
            lines.add("not tested: no inferential metric was measured, so no claim");
        }
        return lines;
    }

    private static List<String> answer(Answer answer, Verdict verdict) {
        List<String> lines = new ArrayList<>();
        Claim closest = answer.closest();
        if (answer.claims().isEmpty() && closest != null) {
            lines.add(
                    "%s: no specialization beyond chance; closest is %s"
                            .formatted(answer.layer(), ClaimText.full(closest)));
            return lines;
        }
        claims(answer, Scope.TRAINING, "by training").ifPresent(lines::add);
        claims(answer, Scope.THESE_NETWORKS, "in " + these(verdict.networks()))
                .ifPresent(lines::add);
        for (Role role : answer.roles()) {
            lines.add(
                    "seed %d, %s: %s"
                            .formatted(
                                    role.seed(),
                                    answer.layer(),
                                    role.branches().stream()
                                            .map(VerdictText::branch)
                                            .collect(Collectors.joining("; "))));
        }
        return lines;
    }

    private static Optional<String> claims(Answer answer, Scope scope, String how) {
        List<Claim> claims =
                answer.claims().stream().filter(each -> each.scope() == scope).toList();
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        int more = claims.size() - MOST_CLAIMS;
        return Optional.of(
                "%s: specializes beyond chance %s: %s%s"
                        .formatted(
                                answer.layer(),
                                how,
                                claims.stream()
                                        .limit(MOST_CLAIMS)
                                        .map(ClaimText::full)
                                        .collect(Collectors.joining("; ")),
                                more > 0 ? "; and " + more + " more" : ""));
    }

    private static String these(int networks) {
        return networks == 1 ? "this network" : "these " + networks + " networks";
    }

    /** Print as {@code b1 took colour: 14 of its 16 units (null 7.90 +- 1.60, p = 3e-5)}. */
    private static String branch(Measurement each) {
        Defined value = each.defined().orElseThrow();
        NullSummary chance = value.chance();
        String beside =
                chance == null
                        ? ""
                        : "null %s +- %s, "
                                .formatted(
                                        Numbers.value(chance.mean()), Numbers.value(chance.sd()));
        return "%s: %s (%s%s)"
                .formatted(
                        name(each.subject()), value.phrase(), beside, Numbers.p(value.pAdjusted()));
    }

    private static String name(Subject subject) {
        String branch = subject.part(Subject.BRANCH).orElseThrow();
        Optional<String> family = subject.part(Subject.FAMILY);
        return subject.parts().size() == 2 && family.isPresent()
                ? branch + " took " + family.get()
                : Names.of(subject);
    }

    /** Say of a layer that nothing was asked of it, never that it does not specialize. */
    private static String untested(String layer, Verdict verdict) {
        return verdict.gaps().stream()
                .filter(gap -> gap.layer().equals(layer))
                .findFirst()
                .map(gap -> "%s: not tested: %s: %s".formatted(layer, gap.metric(), gap.reason()))
                .orElse(
                        "%s: not tested: what was measured of it only describes; see docs/guide/metrics.md for inferential metrics"
                                .formatted(layer));
    }

    private static Optional<String> reach(Verdict verdict) {
        Reach reach = verdict.reach();
        boolean claimed =
                verdict.claims().stream().anyMatch(each -> each.scope() == Scope.TRAINING);
        if (reach == null || claimed || !reach.isTooFew()) {
            return Optional.empty();
        }
        return Optional.of(reach(reach));
    }

    /** Say what a claim about training takes. */
    public static String reach(Reach reach) {
        return "no claim about training can be made from %s: over %s it takes at least %d"
                .formatted(
                        Numbers.count(reach.found(), "seed", "seeds"),
                        Numbers.count(reach.questions(), "question", "questions"),
                        reach.seeds());
    }

    private static Optional<String> untrained(Verdict verdict) {
        Claim untrained = verdict.untrained();
        if (untrained == null) {
            return Optional.empty();
        }
        return Optional.of(
                untrained.isMade()
                        ? "untrained, %s: already beyond chance: %s; so training alone is not the cause"
                                .formatted(untrained.layer(), ClaimText.full(untrained))
                        : "untrained: no specialization beyond chance (closest %s)"
                                .formatted(Numbers.p(untrained.p())));
    }

    /** Add what could not be asked of layers of which something else was. */
    private static void gaps(Verdict verdict, List<String> lines) {
        for (Gap gap : verdict.gaps()) {
            boolean told =
                    lines.stream().anyMatch(line -> line.startsWith(gap.layer() + ": not tested"));
            String subject =
                    gap.subject().parts().isEmpty() ? "" : " of " + Names.of(gap.subject());
            String line =
                    "%s: %s%s is undefined%s: %s"
                            .formatted(
                                    gap.layer(),
                                    gap.metric(),
                                    subject,
                                    gap.networks() < verdict.networks()
                                            ? " in %d of %d networks"
                                                    .formatted(gap.networks(), verdict.networks())
                                            : "",
                                    gap.reason());
            if (!told) {
                lines.add(line);
            }
        }
    }
}
