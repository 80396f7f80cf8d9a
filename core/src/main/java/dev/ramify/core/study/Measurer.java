package dev.ramify.core.study;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Division;
import dev.ramify.api.recording.Divisions;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.Evaluation;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.NullDraws;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Measures a recording by all metrics of a study. Thread-safe. */
final class Measurer {

    private final MetricEvaluator evaluator;
    private final StudyMetrics metrics;

    Measurer(MetricEvaluator evaluator, StudyMetrics metrics) {
        this.evaluator = evaluator;
        this.metrics = metrics;
    }

    /**
     * Measure.
     *
     * @param variant what was recorded, with the branches that divide its units
     * @param lesions of the network that was recorded
     * @param which metrics to take
     */
    NetworkResults measure(
            Recording recording,
            PlannedVariant variant,
            NetworkLesions lesions,
            Seed seed,
            Predicate<MetricSpec> which) {
        List<Measurement> measurements = new ArrayList<>();
        Map<String, List<UnitColumn>> units = new LinkedHashMap<>();
        List<NullDraws> nulls = new ArrayList<>();
        for (StudyMetrics.Entry entry : metrics.entries()) {
            if (!which.test(entry.spec())) {
                continue;
            }
            for (LayerRecording layer : recording.layers()) {
                if (entry.spec().measures(layer.layer())) {
                    MetricInput input =
                            new MetricInput(
                                    recording,
                                    layer,
                                    seed.derive("metrics"),
                                    lesions.of(layer.layer()));
                    Evaluation evaluation = evaluate(entry, input, variant);
                    measurements.addAll(evaluation.measurements());
                    nulls.addAll(evaluation.nulls());
                    add(evaluation, units.computeIfAbsent(layer.layer(), k -> new ArrayList<>()));
                }
            }
        }
        return new NetworkResults(measurements, units, nulls);
    }

    private Evaluation evaluate(
            StudyMetrics.Entry entry, MetricInput input, PlannedVariant variant) {
        ConfiguredMetric<?> metric = entry.metric();
        String layer = input.layer().layer();
        boolean asBuilt = metric.profile().needs().contains(Need.UNBRANCHED);
        Division division =
                (asBuilt ? Divisions.of(variant.architecture()) : variant.divisions()).of(layer);
        return evaluator.evaluate(
                metric,
                asBuilt ? undivided(input, division) : input,
                BranchKinds.of(division),
                entry.spec().permutations());
    }

    private static MetricInput undivided(MetricInput input, Division built) {
        LayerRecording layer = input.layer().withAssignment(built.assignment());
        return input.with(input.recording().withLayer(layer), layer);
    }

    /** Metrics that find out the same of units are told apart by nothing; the first one speaks. */
    private static void add(Evaluation evaluation, List<UnitColumn> columns) {
        for (UnitColumn column : evaluation.unitColumns()) {
            if (columns.stream().noneMatch(known -> known.name().equals(column.name()))) {
                columns.add(column);
            }
        }
    }
}
