package dev.ramify.plugins.visualizers.table;

import dev.ramify.api.architecture.Cost;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table's numbers in full. */
final class TableData {

    private static final List<String> COLUMNS =
            List.of(
                    "variant",
                    "role",
                    "parameters",
                    "macs",
                    "state",
                    "metric",
                    "layer",
                    "subject",
                    "seeds",
                    "value",
                    "chance",
                    "effect",
                    "effect_low",
                    "effect_high",
                    "p",
                    "p_adjusted",
                    "significant_seeds");

    private TableData() {}

    static DataTable of(List<VariantFindings> variants) {
        List<List<String>> rows = new ArrayList<>();
        for (VariantFindings variant : variants) {
            variant.summaries().forEach(each -> rows.add(row(variant, "trained", each)));
            variant.untrainedSummaries().forEach(each -> rows.add(row(variant, "untrained", each)));
        }
        return new DataTable(COLUMNS, rows);
    }

    private static List<String> row(VariantFindings variant, String state, Summary summary) {
        Cost cost = variant.architecture().cost();
        Interval interval = summary.effectInterval();
        return List.of(
                variant.name(),
                variant.role().name().toLowerCase(Locale.ROOT),
                Long.toString(cost.parameters()),
                Long.toString(cost.macs()),
                state,
                summary.metric(),
                summary.layer(),
                summary.subject().toString(),
                Integer.toString(summary.seeds()),
                text(summary.mean()),
                text(summary.nullMean()),
                text(summary.effect()),
                text(interval == null ? null : interval.low()),
                text(interval == null ? null : interval.high()),
                text(summary.p()),
                text(summary.pAdjusted()),
                Integer.toString(summary.significantSeeds()));
    }

    private static String text(@Nullable Double value) {
        return value == null || value.isNaN() ? "" : value.toString();
    }
}
