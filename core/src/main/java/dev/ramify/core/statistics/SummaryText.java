package dev.ramify.core.statistics;

import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.Summary;
import java.util.Map;

/** Puts a summary in words. */
final class SummaryText {

    private SummaryText() {}

    /**
     * Print as {@code family-information .71 of 1 bit (null .08, p = .0005 over 3 seeds, effect .68
     * [.5, .86])}.
     */
    static String of(Summary summary, Map<String, MetricProfile> profiles) {
        StringBuilder text = new StringBuilder(summary.metric());
        if (!summary.subject().parts().isEmpty()) {
            text.append(" of ").append(String.join(" / ", summary.subject().parts().values()));
        }
        text.append(' ').append(Numbers.value(summary.mean()));
        if (summary.ceiling() != null) {
            text.append(" of ").append(Numbers.value(summary.ceiling()));
        }
        MetricProfile profile = profiles.get(summary.metric());
        if (profile != null && !profile.unit().isEmpty()) {
            text.append(' ').append(profile.unit());
        }
        text.append(" (null ").append(Numbers.value(summary.nullMean()));
        text.append(", p = ").append(Numbers.p(adjusted(summary)));
        text.append(" over ")
                .append(summary.seeds())
                .append(summary.seeds() == 1 ? " seed" : " seeds");
        if (summary.effect() != null) {
            text.append(", effect ").append(Numbers.value(summary.effect()));
        }
        Interval interval = summary.effectInterval();
        if (interval != null) {
            text.append(" [").append(Numbers.value(interval.low()));
            text.append(", ").append(Numbers.value(interval.high())).append(']');
        }
        return text.append(')').toString();
    }

    /** Return the corrected p, or the plain one before correction. */
    static double adjusted(Summary summary) {
        Double adjusted = summary.pAdjusted();
        return adjusted == null ? ClaimRule.p(summary) : adjusted;
    }
}
