package dev.ramify.plugins.visualizers.table;

import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.metric.Summary;
import dev.ramify.plugins.visualizers.wording.Evidence;
import dev.ramify.plugins.visualizers.wording.Naming;
import dev.ramify.plugins.visualizers.wording.Numbers;
import java.util.List;
import java.util.Optional;

/** Says in one sentence what the table shows, with what speaks against it. */
final class Takeaway {

    private Takeaway() {}

    static String of(List<VariantFindings> variants) {
        List<VariantFindings> studied =
                variants.stream().filter(each -> each.role() == Role.STUDIED).toList();
        List<VariantFindings> asked = studied.isEmpty() ? variants : studied;
        List<VariantFindings> beyond = asked.stream().filter(Takeaway::isBeyondChance).toList();
        if (beyond.isEmpty()) {
            return nothing(asked);
        }
        VariantFindings best = beyond.get(0);
        for (VariantFindings each : beyond) {
            if (p(each) < p(best)) {
                best = each;
            }
        }
        String claim = beyond.size() == 1 ? one(best) : several(beyond, asked.size(), best);
        return claim + doubts(best, variants) + ".";
    }

    private static String nothing(List<VariantFindings> asked) {
        Optional<Summary> strongest =
                Evidence.strongest(
                        asked.stream().flatMap(each -> each.summaries().stream()).toList());
        if (strongest.isEmpty()) {
            return "No metric with a null model was measured: nothing can be said about"
                    + " specialization.";
        }
        String where =
                asked.size() == 1
                        ? asked.get(0).name()
                        : "any of " + Naming.count(asked.size(), "variant", "variants");
        return "No specialization beyond chance in %s (%s)."
                .formatted(where, Evidence.smallest(strongest.get()));
    }

    private static String one(VariantFindings variant) {
        Summary strongest = strongest(variant);
        return "%s specializes beyond chance in %s (%s: %s)"
                .formatted(
                        variant.name(),
                        strongest.layer(),
                        Naming.of(strongest),
                        Evidence.inBrackets(strongest));
    }

    private static String several(List<VariantFindings> beyond, int asked, VariantFindings best) {
        Summary strongest = strongest(best);
        return "%d of %d variants specialize beyond chance, %s most clearly (%s in %s: %s)"
                .formatted(
                        beyond.size(),
                        asked,
                        best.name(),
                        Naming.of(strongest),
                        strongest.layer(),
                        Evidence.inBrackets(strongest));
    }

    private static String doubts(VariantFindings best, List<VariantFindings> variants) {
        Summary untrained = MetricRow.twin(strongest(best), best.untrainedSummaries());
        List<String> controls =
                variants.stream()
                        .filter(each -> each.role() == Role.CONTROL && isBeyondChance(each))
                        .map(VariantFindings::name)
                        .toList();
        StringBuilder doubts = new StringBuilder();
        Double before = untrained == null ? null : Evidence.bestKnownP(untrained);
        if (before != null) {
            doubts.append(
                    before <= Evidence.ALPHA
                            ? ", but so it does before training (" + Numbers.p(before) + ")"
                            : "; before training there is nothing beyond chance ("
                                    + Numbers.p(before)
                                    + ")");
        }
        if (!controls.isEmpty()) {
            doubts.append(", but so ")
                    .append(controls.size() == 1 ? "does the control " : "do the controls ")
                    .append(Naming.and(controls));
        }
        return doubts.toString();
    }

    private static boolean isBeyondChance(VariantFindings variant) {
        return variant.summaries().stream().anyMatch(Evidence::isBeyondChance);
    }

    private static Summary strongest(VariantFindings variant) {
        return Evidence.strongest(variant.summaries()).orElseThrow();
    }

    private static double p(VariantFindings variant) {
        return Optional.ofNullable(Evidence.p(strongest(variant))).orElse(1.0);
    }
}
