package dev.ramify.plugins.visualizers.curves;

import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.text.Names;
import dev.ramify.api.text.Numbers;
import dev.ramify.plugins.visualizers.wording.OverSeeds;
import java.util.List;

/** Says in one sentence what the curves show. */
final class CurveTitle {

    private CurveTitle() {}

    static String of(Findings findings, List<Tracked> tracked) {
        List<VariantFindings> variants =
                findings.variants().stream().filter(each -> !each.runs().isEmpty()).toList();
        List<VariantFindings> studied =
                variants.stream().filter(each -> each.role() == Role.STUDIED).toList();
        List<VariantFindings> asked = studied.isEmpty() ? variants : studied;
        if (asked.isEmpty()) {
            return "No network finished an epoch.";
        }
        String accuracy = accuracy(asked);
        if (tracked.isEmpty()) {
            return accuracy + ".";
        }
        String earliest = "";
        int first = Integer.MAX_VALUE;
        for (VariantFindings variant : asked) {
            for (Tracked each : tracked) {
                Integer onset = each.onset(variant);
                if (onset != null && onset < first) {
                    first = onset;
                    earliest = onset(variant, each, onset);
                }
            }
        }
        return earliest.isEmpty()
                ? "No specialization that lasts beyond chance at any epoch; " + accuracy + "."
                : earliest + "; " + accuracy + ".";
    }

    private static String onset(VariantFindings variant, Tracked tracked, int epoch) {
        String when =
                epoch == 0
                        ? "is beyond chance even before training"
                        : "is beyond chance from epoch " + epoch + " on";
        return "%s of %s in %s %s"
                .formatted(
                        Names.of(tracked.metric(), tracked.subject()),
                        variant.name(),
                        tracked.layer(),
                        when);
    }

    private static String accuracy(List<VariantFindings> asked) {
        VariantFindings best = asked.get(0);
        for (VariantFindings each : asked) {
            if (last(each).mean() > last(best).mean()) {
                best = each;
            }
        }
        OverSeeds accuracy = last(best);
        String interval =
                Double.isFinite(accuracy.low())
                        ? " [%s, %s]"
                                .formatted(
                                        Numbers.percent(accuracy.low()),
                                        Numbers.percent(Math.min(1, accuracy.high())))
                        : "";
        return "%s reaches %s test accuracy%s"
                .formatted(best.name(), Numbers.percent(accuracy.mean()), interval);
    }

    private static OverSeeds last(VariantFindings variant) {
        Trace trace = Trace.of(variant, 0, EpochFindings::testAccuracy);
        return trace.isEmpty() ? OverSeeds.of() : trace.last();
    }
}
