package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.metric.Metric;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Paths;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.RecordSpec;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks that what is to be measured can be measured, before a network is trained for it. What can
 * be measured nowhere is a mistake; what cannot be measured in some layers or variants is a note.
 */
final class MetricChecks {

    private final Binding<PipelineSpec> binding;
    private final FitReports reports;
    private final Outlooks outlooks;

    MetricChecks(Binding<PipelineSpec> binding, FitReports reports) {
        this.binding = binding;
        this.reports = reports;
        this.outlooks = new Outlooks(binding);
    }

    /** A layer of a variant that cannot be measured. */
    private record Obstacle(String variant, String layer, String reason) {}

    /** What a metric meets in all variants. */
    private record Survey(int places, List<Obstacle> obstacles) {

        boolean isHopeless() {
            return places > 0 && obstacles.size() == places;
        }

        Survey in(String layer, int there) {
            return new Survey(
                    there, obstacles.stream().filter(o -> o.layer().equals(layer)).toList());
        }
    }

    void check(List<PlannedVariant> variants) {
        if (variants.stream().anyMatch(variant -> variant.data().test() == 0)) {
            return;
        }
        Map<String, MetricSpec> metrics = Parts.of(binding, "metrics", MetricSpec.class);
        if (!namesLayers(metrics)) {
            reportNothingRecorded(variants.stream().filter(v -> v.layers().isEmpty()).toList());
        }
        metrics.forEach((path, spec) -> check(path, spec, variants));
    }

    /** Names of layers that are not there have been reported where they stand. */
    private boolean namesLayers(Map<String, MetricSpec> metrics) {
        return !binding.part("record", RecordSpec.class).map(r -> r.layers().isEmpty()).orElse(true)
                || metrics.values().stream().anyMatch(metric -> !metric.layers().isEmpty());
    }

    private void reportNothingRecorded(List<PlannedVariant> variants) {
        if (variants.isEmpty()) {
            return;
        }
        List<String> names =
                variants.get(0).architecture().views().stream().map(LayerView::name).toList();
        reports.report(
                new Problem(
                        ProblemCode.NOT_MEASURABLE,
                        binding.place("record.layers"),
                        "no layer of %s is recorded: no variant divides any of them between branches"
                                .formatted(
                                        variants.stream()
                                                .map(variant -> "`%s`".formatted(variant.name()))
                                                .collect(Collectors.joining(", "))),
                        "name the layers to record, as in `record: {layers: [%s]}`"
                                .formatted(names.isEmpty() ? "conv1" : names.get(0)),
                        List.of("allowed: " + String.join(", ", names))));
    }

    private void check(String path, MetricSpec spec, List<PlannedVariant> variants) {
        List<Obstacle> obstacles = new ArrayList<>();
        Map<String, Integer> places = new LinkedHashMap<>();
        try {
            for (PlannedVariant variant : variants) {
                for (String layer : variant.layers()) {
                    if (spec.measures(layer)) {
                        places.merge(layer, 1, Integer::sum);
                        obstacle(spec, variant, layer)
                                .map(reason -> new Obstacle(variant.name(), layer, reason))
                                .ifPresent(obstacles::add);
                    }
                }
            }
        } catch (InvalidOptionException e) {
            reports.refuse(path, e);
            return;
        } catch (RuntimeException | LinkageError e) {
            reports.blame(path, "the metric `%s`".formatted(spec.metric().id()), e);
            return;
        }
        int all = places.values().stream().mapToInt(n -> n).sum();
        report(path, spec, new Survey(all, obstacles), places);
    }

    private void report(String path, MetricSpec spec, Survey survey, Map<String, Integer> places) {
        if (survey.isHopeless()) {
            refuse(Paths.key(path, "metric"), spec, survey, "any network");
            return;
        }
        Set<String> hopeless = new LinkedHashSet<>();
        for (int i = 0; i < spec.layers().size(); i++) {
            String layer = spec.layers().get(i);
            Survey there = survey.in(layer, places.getOrDefault(layer, 0));
            if (there.isHopeless()) {
                hopeless.add(layer);
                refuse(Paths.item(Paths.key(path, "layers"), i), spec, there, layer);
            }
        }
        if (!spec.metric().extension().profile().needs().contains(Need.UNBRANCHED)) {
            List<Obstacle> left =
                    survey.obstacles().stream().filter(o -> !hopeless.contains(o.layer())).toList();
            byReason(left)
                    .forEach(
                            (reason, where) ->
                                    reports.note(
                                            binding.place(Paths.key(path, "metric")),
                                            "`%s` will not be measured in %s: %s"
                                                    .formatted(spec.metric().id(), where, reason)));
        }
    }

    private void refuse(String at, MetricSpec spec, Survey survey, String where) {
        reports.report(
                new Problem(
                        ProblemCode.NOT_MEASURABLE,
                        binding.place(at),
                        "the metric `%s` cannot be measured in %s: %s"
                                .formatted(
                                        spec.metric().id(),
                                        where,
                                        String.join("; ", byReason(survey.obstacles()).keySet())),
                        "choose another metric, other options or other layers"));
    }

    private static Map<String, String> byReason(List<Obstacle> obstacles) {
        return obstacles.stream()
                .collect(
                        Collectors.groupingBy(
                                Obstacle::reason,
                                LinkedHashMap::new,
                                Collectors.mapping(
                                        o -> "%s of `%s`".formatted(o.layer(), o.variant()),
                                        Collectors.joining(", "))));
    }

    private Optional<String> obstacle(MetricSpec spec, PlannedVariant variant, String layer) {
        Metric<?> metric = spec.metric().extension();
        Set<Need> needs = metric.profile().needs();
        Outlook outlook = outlooks.of(variant, layer, needs.contains(Need.UNBRANCHED));
        if (needs.contains(Need.WEIGHTS) && Outlooks.differInWeights(variant, layer)) {
            return Optional.of("its units differ in the number of their weights");
        }
        for (Need need : needs.stream().sorted().toList()) {
            Optional<String> missing = missing(need, outlook);
            if (missing.isPresent()) {
                return missing;
            }
        }
        return ask(metric, spec.metric().options(), outlook);
    }

    private static <O extends Record> Optional<String> ask(
            Metric<O> metric, Record options, Outlook outlook) {
        return metric.obstacle(outlook, metric.options().cast(options));
    }

    private static Optional<String> missing(Need need, Outlook outlook) {
        String reason =
                switch (need) {
                    case BRANCHES ->
                            outlook.branches() >= 2
                                    ? ""
                                    : "the layer is not branched; at least 2 branches are needed";
                    case UNBRANCHED ->
                            outlook.branches() < 2
                                    ? ""
                                    : "the layer has %d branches; one that was built without is needed"
                                            .formatted(outlook.branches());
                    case LABELS ->
                            outlook.classes().size() >= 2
                                    ? ""
                                    : "all images are of one class; at least 2 are needed";
                    case FACTORS ->
                            outlook.factors().isEmpty()
                                    ? "it needs known factors, and the dataset has none"
                                    : "";
                    case GATES ->
                            "no gates are recorded in training; measure arrays that have them";
                    case EXPERTS ->
                            "no choices of experts are recorded in training; measure arrays that have them";
                    case ACTIVATIONS, WEIGHTS, LESIONS -> "";
                };
        return reason.isEmpty() ? Optional.empty() : Optional.of(reason);
    }
}
