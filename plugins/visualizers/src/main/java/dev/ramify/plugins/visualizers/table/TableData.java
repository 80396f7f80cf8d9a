package dev.ramify.plugins.visualizers.table;

import dev.ramify.api.architecture.Cost;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.Interval;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
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
                    "gain",
                    "gain_low",
                    "gain_high",
                    "p_training",
                    "p_training_adjusted",
                    "p_chance",
                    "p_chance_adjusted",
                    "assumes_independent_units",
                    "in_at_least");

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
        TrainingTest training = summary.training();
        Interval interval = training == null ? null : training.interval();
        ChanceTest chance = summary.chance();
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
                text(training == null ? null : training.gain()),
                text(interval == null ? null : interval.low()),
                text(interval == null ? null : interval.high()),
                text(training == null ? null : training.p()),
                text(training == null ? null : training.pAdjusted()),
                text(chance == null ? null : chance.p()),
                text(chance == null ? null : chance.pAdjusted()),
                chance == null ? "" : Boolean.toString(chance.assumesIndependentUnits()),
                chance == null ? "" : Integer.toString(chance.inAtLeast()));
    }

    private static String text(@Nullable Double value) {
        return value == null || value.isNaN() ? "" : value.toString();
    }
}
