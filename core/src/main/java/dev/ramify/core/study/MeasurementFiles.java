package dev.ramify.core.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.core.rendering.Csv;
import dev.ramify.core.store.AtomicFile;
import dev.ramify.core.store.RunDirectory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes everything that a study measured: once as JSON with the summaries, once as a table. */
final class MeasurementFiles {

    private static final List<String> COLUMNS =
            List.of(
                    "variant",
                    "seed",
                    "moment",
                    "metric",
                    "layer",
                    "subject",
                    "status",
                    "value",
                    "null_mean",
                    "null_sd",
                    "null_n",
                    "z",
                    "p",
                    "p_adjusted",
                    "effect",
                    "note");

    private MeasurementFiles() {}

    static void write(RunDirectory directory, String study, List<Conclusions> conclusions) {
        Json.write(directory.file("measurements.json"), json(study, conclusions));
        AtomicFile.write(directory.file("measurements.csv"), Csv.of(table(conclusions)));
    }

    private static ObjectNode json(String study, List<Conclusions> conclusions) {
        ObjectNode node = Json.object();
        node.put("schema", "ramify.measurements/1");
        node.put("study", study);
        ArrayNode variants = node.putArray("variants");
        for (Conclusions each : conclusions) {
            ObjectNode variant = variants.addObject();
            variant.put("name", each.variant());
            variant.set("verdict", Json.tree(each.verdict()));
            ArrayNode trained = variant.putArray("summaries");
            each.trained().forEach(summary -> trained.add(MeasurementJson.of(summary)));
            ArrayNode untrained = variant.putArray("untrainedSummaries");
            each.untrained().forEach(summary -> untrained.add(MeasurementJson.of(summary)));
            ArrayNode networks = variant.putArray("networks");
            each.networks()
                    .forEach(
                            (seed, results) -> {
                                ObjectNode network = networks.addObject();
                                network.put("seed", seed);
                                network.set(
                                        "trained",
                                        MeasurementJson.of(results.trained().measurements()));
                                network.set(
                                        "untrained",
                                        MeasurementJson.of(results.untrained().measurements()));
                            });
        }
        return node;
    }

    private static DataTable table(List<Conclusions> conclusions) {
        List<List<String>> rows = new ArrayList<>();
        for (Conclusions each : conclusions) {
            each.networks()
                    .forEach(
                            (seed, results) -> {
                                rows(each.variant(), seed, "trained", results.trained(), rows);
                                rows(each.variant(), seed, "untrained", results.untrained(), rows);
                            });
        }
        return new DataTable(COLUMNS, rows);
    }

    private static void rows(
            String variant,
            long seed,
            String moment,
            NetworkResults results,
            List<List<String>> rows) {
        for (Measurement each : results.measurements()) {
            List<String> row =
                    new ArrayList<>(
                            List.of(
                                    variant,
                                    Long.toString(seed),
                                    moment,
                                    each.metric(),
                                    each.layer(),
                                    each.subject().toString()));
            if (each.outcome() instanceof Undefined undefined) {
                row.add("undefined");
                row.addAll(List.of("", "", "", "", "", "", "", "", undefined.reason()));
            } else {
                row.add("defined");
                row.addAll(numbers((Defined) each.outcome()));
            }
            rows.add(row);
        }
    }

    private static List<String> numbers(Defined value) {
        @Nullable NullSummary chance = value.chance();
        return List.of(
                Double.toString(value.value()),
                chance == null ? "" : Double.toString(chance.mean()),
                chance == null ? "" : Double.toString(chance.sd()),
                chance == null ? "" : Integer.toString(chance.n()),
                text(value.z()),
                text(value.p()),
                text(value.pAdjusted()),
                text(value.effect()),
                value.phrase());
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
