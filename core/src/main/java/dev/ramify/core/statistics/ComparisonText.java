package dev.ramify.core.statistics;

import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.api.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what was measured of several networks together in words. */
public final class ComparisonText {

    private ComparisonText() {}

    /**
     * Print one line per measurement: {@code conv1: consistency .71 (null .35, p = .0005, 3 pairs
     * of networks); no claim rests on it}. Claims are made of variants, by {@link ClaimRule}, from
     * what is measured in each network.
     */
    public static List<String> lines(Comparisons comparisons) {
        List<String> lines = new ArrayList<>(lines(comparisons.trained()));
        lines(comparisons.untrained()).forEach(line -> lines.add("untrained, " + line));
        return lines;
    }

    private static List<String> lines(List<Measurement> measurements) {
        return measurements.stream().map(ComparisonText::line).toList();
    }

    private static String line(Measurement measurement) {
        StringBuilder text = new StringBuilder(measurement.layer());
        text.append(": ").append(measurement.metric());
        if (!measurement.subject().parts().isEmpty()) {
            text.append(", ").append(measurement.subject().toString().replace('=', ' '));
        }
        if (measurement.outcome() instanceof Undefined undefined) {
            return text.append(" is undefined: ").append(undefined.reason()).toString();
        }
        if (measurement.outcome() instanceof Failed failed) {
            return text.append(" failed: ").append(failed.reason()).toString();
        }
        Defined value = (Defined) measurement.outcome();
        text.append(' ').append(Numbers.value(value.value())).append(" (");
        @Nullable NullSummary chance = value.chance();
        @Nullable Double p = value.pAdjusted();
        if (chance != null && p != null) {
            text.append("null ").append(Numbers.value(chance.mean()));
            text.append(", p = ").append(Numbers.probability(p)).append(", ");
        }
        return text.append(value.phrase()).append("); no claim rests on it").toString();
    }
}
