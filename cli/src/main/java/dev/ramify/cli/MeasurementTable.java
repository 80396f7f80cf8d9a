package dev.ramify.cli;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.NullSummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows measurements to people: the layer as a whole first, then what is least like chance. */
final class MeasurementTable {

    private static final int MOST_ROWS = 12;

    private static final List<String> HEADING =
            List.of(
                    "metric",
                    "layer",
                    "subject",
                    "value",
                    "null",
                    "sd",
                    "z",
                    "p",
                    "p adj",
                    "effect",
                    "draws",
                    "observed");

    private MeasurementTable() {}

    /**
     * Write a line for each measurement, or for the first dozen of a metric in a layer.
     *
     * @param undefined whether those without a value are shown, with the reason
     */
    static List<String> lines(List<Measurement> measurements, boolean undefined) {
        Map<List<String>, List<Measurement>> groups = new LinkedHashMap<>();
        for (Measurement each : measurements) {
            if (undefined || each.defined().isPresent()) {
                groups.computeIfAbsent(
                                List.of(each.metric(), each.layer()), key -> new ArrayList<>())
                        .add(each);
            }
        }
        if (groups.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEADING));
        groups.forEach((key, group) -> add(rows, key, group));
        return TextTable.lines(rows);
    }

    private static void add(
            List<List<String>> rows, List<String> key, List<Measurement> measurements) {
        measurements.stream()
                .sorted(
                        Comparator.comparing((Measurement each) -> !isWhole(each))
                                .thenComparing(MeasurementTable::adjusted))
                .limit(MOST_ROWS)
                .forEach(each -> rows.add(row(each)));
        int rest = measurements.size() - MOST_ROWS;
        if (rest > 0) {
            List<String> more =
                    new ArrayList<>(
                            List.of(key.get(0), key.get(1), "and %d more: --json".formatted(rest)));
            while (more.size() < HEADING.size()) {
                more.add("");
            }
            rows.add(more);
        }
    }

    private static boolean isWhole(Measurement each) {
        return each.subject().parts().isEmpty();
    }

    private static double adjusted(Measurement each) {
        return each.defined().map(Defined::pAdjusted).orElse(2.0);
    }

    private static List<String> row(Measurement each) {
        List<String> row =
                new ArrayList<>(List.of(each.metric(), each.layer(), each.subject().toString()));
        if (each.outcome() instanceof Undefined undefined) {
            row.addAll(List.of("undefined", "", "", "", "", "", "", "", undefined.reason()));
            return row;
        }
        if (each.outcome() instanceof Failed failed) {
            row.addAll(List.of("failed", "", "", "", "", "", "", "", failed.reason()));
            return row;
        }
        Defined value = (Defined) each.outcome();
        NullSummary chance = value.chance();
        row.add(number(value.value()));
        row.add(chance == null ? "" : number(chance.mean()));
        row.add(chance == null ? "" : number(chance.sd()));
        row.add(number(value.z()));
        row.add(number(value.p()) + (value.exact() ? " exact" : ""));
        row.add(number(value.pAdjusted()));
        row.add(number(value.effect()));
        row.add(chance == null ? "" : Integer.toString(chance.n()));
        row.add(value.phrase());
        return row;
    }

    /** Print four digits that matter; nothing where there is no number. */
    static String number(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return "";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_EVEN));
        double size = Math.abs(value);
        return size == 0 || size >= 1e-4 && size < 1e6
                ? rounded.toPlainString()
                : String.format(Locale.ROOT, "%.3e", value);
    }
}
