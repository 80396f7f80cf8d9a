package dev.ramify.cli;

import dev.ramify.core.calibration.Acceptance;
import dev.ramify.core.calibration.Calibration;
import dev.ramify.core.calibration.Calibration.Impossible;
import dev.ramify.core.calibration.Calibration.Rates;
import dev.ramify.core.calibration.Condition;
import dev.ramify.core.calibration.Condition.Control;
import dev.ramify.core.calibration.RejectionRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints calibrations for people: how often metrics see what is there, and what is not. */
final class CalibrationTables {

    private static final int GAP = 2;

    private final List<Calibration> calibrations;

    CalibrationTables(List<Calibration> calibrations) {
        this.calibrations = calibrations;
    }

    /** Say in a word or two what was thought of a metric. */
    static String word(Acceptance acceptance) {
        return acceptance.verdict().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    String print() {
        List<Condition> nulls = new ArrayList<>();
        nulls.add(Condition.NOTHING_PLANTED);
        nulls.addAll(Arrays.asList(Control.values()));
        StringBuilder text = new StringBuilder();
        text.append("power: share of runs significant at .05, by strength of specialization\n");
        append(text, table(List.copyOf(Condition.SWEEP), "scenario", CalibrationTables::scenario));
        text.append("\nfalse positives: the same where there is no specialization to be seen\n");
        append(text, table(nulls, "verdict", each -> word(Acceptance.of(each))));
        appendRemarks(text);
        return text.toString();
    }

    private static String scenario(Calibration calibration) {
        return calibration.outcome() instanceof Rates rates ? rates.scenario().label() : "-";
    }

    /** What the last column says of a metric. */
    private interface Remark {
        String of(Calibration calibration);
    }

    private List<List<String>> table(List<Condition> conditions, String last, Remark remark) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("metric", "kind"));
        conditions.forEach(condition -> header.add(condition.label()));
        header.add(last);
        rows.add(header);
        for (Calibration each : calibrations) {
            if (each.outcome() instanceof Rates rates) {
                List<String> row = new ArrayList<>();
                row.add(each.metric());
                row.add(each.kind().name().toLowerCase(Locale.ROOT));
                conditions.forEach(condition -> row.add(cell(rates.under(condition))));
                row.add(remark.of(each));
                rows.add(row);
            }
        }
        return rows;
    }

    private static String cell(Optional<RejectionRate> rate) {
        return rate.map(
                        each ->
                                String.format(Locale.ROOT, "%.3f", each.rate())
                                        + (each.undefined() > 0 ? "*" : ""))
                .orElse("-");
    }

    private static void append(StringBuilder text, List<List<String>> rows) {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int c = 0; c < columns; c++) {
                widths[c] = Math.max(widths[c], row.get(c).length() + GAP);
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int c = 0; c < columns; c++) {
                line.append(row.get(c)).append(" ".repeat(widths[c] - row.get(c).length()));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private void appendRemarks(StringBuilder text) {
        for (Calibration each : calibrations) {
            List<String> shortfalls = Acceptance.of(each).shortfalls();
            if (!shortfalls.isEmpty()) {
                text.append(
                        "\n%s failed: %s".formatted(each.metric(), String.join("; ", shortfalls)));
            }
        }
        for (Calibration each : calibrations) {
            if (each.outcome() instanceof Rates rates) {
                rates.rates().stream()
                        .filter(rate -> rate.undefined() > 0)
                        .forEach(rate -> text.append(undefined(each, rate)));
            } else if (each.outcome() instanceof Impossible impossible) {
                text.append("\n%s was not tried: %s".formatted(each.metric(), impossible.reason()));
            }
        }
        text.append('\n');
    }

    private static String undefined(Calibration calibration, RejectionRate rate) {
        return "\n* %s, %s: undefined in %d of %d runs, such as: %s"
                .formatted(
                        calibration.metric(),
                        rate.condition().label(),
                        rate.undefined(),
                        rate.runs(),
                        rate.reason());
    }
}
