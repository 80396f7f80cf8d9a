package dev.ramify.plugins.visualizers.curves;

import dev.ramify.api.figure.DataTable;
import dev.ramify.api.findings.EpochFindings;
import dev.ramify.api.findings.Findings;
import dev.ramify.api.findings.RunFindings;
import dev.ramify.api.findings.VariantFindings;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.NullSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The numbers behind the curves: one row per variant, seed, epoch and quantity. */
final class CurveData {

    private static final List<String> COLUMNS =
            List.of(
                    "variant",
                    "seed",
                    "epoch",
                    "quantity",
                    "layer",
                    "subject",
                    "value",
                    "chance",
                    "chance_sd",
                    "p");

    private CurveData() {}

    static DataTable of(Findings findings, List<Tracked> tracked) {
        List<List<String>> rows = new ArrayList<>();
        for (VariantFindings variant : findings.variants()) {
            for (RunFindings run : variant.runs()) {
                for (EpochFindings epoch : run.epochs()) {
                    add(rows, variant, run, epoch, "train_loss", epoch.trainLoss());
                    add(rows, variant, run, epoch, "train_accuracy", epoch.trainAccuracy());
                    add(rows, variant, run, epoch, "test_loss", epoch.testLoss());
                    add(rows, variant, run, epoch, "test_accuracy", epoch.testAccuracy());
                    for (Tracked each : tracked) {
                        each.measured(epoch)
                                .ifPresent(
                                        value -> rows.add(row(variant, run, epoch, each, value)));
                    }
                }
            }
        }
        return new DataTable(COLUMNS, rows);
    }

    private static void add(
            List<List<String>> rows,
            VariantFindings variant,
            RunFindings run,
            EpochFindings epoch,
            String quantity,
            double value) {
        if (Double.isFinite(value)) {
            rows.add(
                    List.of(
                            variant.name(),
                            Long.toString(run.seed()),
                            Integer.toString(epoch.epoch()),
                            quantity,
                            "",
                            "",
                            Double.toString(value),
                            "",
                            "",
                            ""));
        }
    }

    private static List<String> row(
            VariantFindings variant,
            RunFindings run,
            EpochFindings epoch,
            Tracked tracked,
            Defined value) {
        NullSummary chance = value.chance();
        return List.of(
                variant.name(),
                Long.toString(run.seed()),
                Integer.toString(epoch.epoch()),
                tracked.metric(),
                tracked.layer(),
                tracked.subject().toString(),
                Double.toString(value.value()),
                text(chance == null ? null : chance.mean()),
                text(chance == null ? null : chance.sd()),
                text(value.pAdjusted() == null ? value.p() : value.pAdjusted()));
    }

    static String rounded(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
