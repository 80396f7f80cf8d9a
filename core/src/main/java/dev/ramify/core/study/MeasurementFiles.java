package dev.ramify.core.study;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.NullSummary;
import dev.ramify.core.rendering.Csv;
import dev.ramify.core.store.AtomicFile;
import dev.ramify.core.store.Json;
import dev.ramify.core.store.MeasurementJson;
import dev.ramify.core.store.RunDirectory;
import dev.ramify.core.store.VerdictJson;
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
                    "effect_note",
                    "note");

    private static final String TRAINED = "trained";
    private static final String UNTRAINED = "untrained";

    /** Stands for a variant or seed where several networks are measured together. */
    private static final String ALL = "all";

    private MeasurementFiles() {}

    /**
     * Write both files.
     *
     * @param across all networks compared with each other
     */
    static void write(
            RunDirectory directory,
            String study,
            List<Conclusions> conclusions,
            Comparisons across) {
        Json.write(directory.file("measurements.json"), json(study, conclusions, across));
        AtomicFile.write(directory.file("measurements.csv"), Csv.of(table(conclusions, across)));
    }

    private static ObjectNode json(
            String study, List<Conclusions> conclusions, Comparisons across) {
        ObjectNode node = Json.object();
        node.put("schema", "ramify.measurements/2");
        node.put("study", study);
        ArrayNode variants = node.putArray("variants");
        for (Conclusions each : conclusions) {
            ObjectNode variant = variants.addObject();
            variant.put("name", each.variant());
            variant.set("verdict", VerdictJson.of(each.verdict()));
            ArrayNode trained = variant.putArray("summaries");
            each.trained().forEach(summary -> trained.add(MeasurementJson.of(summary)));
            ArrayNode untrained = variant.putArray("untrainedSummaries");
            each.untrained().forEach(summary -> untrained.add(MeasurementJson.of(summary)));
            variant.set("comparisons", json(each.comparisons()));
            ArrayNode networks = variant.putArray("networks");
            each.networks()
                    .forEach(
                            (seed, results) -> {
                                ObjectNode network = networks.addObject();
                                network.put("seed", seed);
                                network.set(
                                        TRAINED,
                                        MeasurementJson.of(results.trained().measurements()));
                                network.set(
                                        UNTRAINED,
                                        MeasurementJson.of(results.untrained().measurements()));
                            });
        }
        node.set("comparisons", json(across));
        return node;
    }

    private static ObjectNode json(Comparisons comparisons) {
        ObjectNode node = Json.object();
        node.set(TRAINED, MeasurementJson.of(comparisons.trained()));
        node.set(UNTRAINED, MeasurementJson.of(comparisons.untrained()));
        return node;
    }

    private static DataTable table(List<Conclusions> conclusions, Comparisons across) {
        List<List<String>> rows = new ArrayList<>();
        for (Conclusions each : conclusions) {
            each.networks()
                    .forEach(
                            (seed, results) -> {
                                String name = seed.toString();
                                rows(
                                        List.of(each.variant(), name, TRAINED),
                                        results.trained().measurements(),
                                        rows);
                                rows(
                                        List.of(each.variant(), name, UNTRAINED),
                                        results.untrained().measurements(),
                                        rows);
                            });
            rows(each.variant(), each.comparisons(), rows);
        }
        rows(ALL, across, rows);
        return new DataTable(COLUMNS, rows);
    }

    private static void rows(String variant, Comparisons comparisons, List<List<String>> rows) {
        rows(List.of(variant, ALL, TRAINED), comparisons.trained(), rows);
        rows(List.of(variant, ALL, UNTRAINED), comparisons.untrained(), rows);
    }

    private static void rows(
            List<String> of, List<Measurement> measurements, List<List<String>> rows) {
        for (Measurement each : measurements) {
            List<String> row = new ArrayList<>(of);
            row.addAll(List.of(each.metric(), each.layer(), each.subject().toString()));
            if (each.outcome() instanceof Defined value) {
                row.add("defined");
                row.addAll(numbers(value));
            } else if (each.outcome() instanceof Undefined undefined) {
                row.addAll(without("undefined", undefined.reason()));
            } else if (each.outcome() instanceof Failed failed) {
                row.addAll(without("failed", failed.reason()));
            }
            rows.add(row);
        }
    }

    private static List<String> without(String status, String reason) {
        return List.of(status, "", "", "", "", "", "", "", "", "", reason);
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
                value.effectNote(),
                value.phrase());
    }

    private static String text(@Nullable Double value) {
        return value == null ? "" : value.toString();
    }
}
