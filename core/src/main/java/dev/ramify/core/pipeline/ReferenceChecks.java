package dev.ramify.core.pipeline;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Paths;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.PrimarySpec;
import dev.ramify.core.pipeline.spec.RecordSpec;
import dev.ramify.core.pipeline.spec.VariantSpec;
import dev.ramify.core.pipeline.spec.VisualizerSpec;
import dev.ramify.core.problem.NearestName;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Checks that names in a file are unique and refer to something in it. */
final class ReferenceChecks {

    private final Binding<PipelineSpec> binding;
    private final List<Problem> problems = new ArrayList<>();

    ReferenceChecks(Binding<PipelineSpec> binding) {
        this.binding = binding;
    }

    List<Problem> problems() {
        unique("variants", "name", "variant", VariantSpec.class, VariantSpec::name);
        unique("metrics", "metric", "metric", MetricSpec.class, m -> m.metric().id());
        unique(
                "visualizers",
                "visualizer",
                "visualizer",
                VisualizerSpec.class,
                v -> v.visualizer().id());
        branchesOf();
        metricLayers();
        primary();
        seeds();
        return problems;
    }

    private <T> void unique(
            String list, String key, String noun, Class<T> type, Function<T, String> name) {
        Map<String, String> seen = new HashMap<>();
        Parts.of(binding, list, type)
                .forEach(
                        (path, part) -> {
                            String earlier = seen.putIfAbsent(name.apply(part), path);
                            if (earlier != null) {
                                problems.add(
                                        new Problem(
                                                ProblemCode.DUPLICATE_NAME,
                                                binding.place(Paths.key(path, key)),
                                                "the %s `%s` stands twice"
                                                        .formatted(noun, name.apply(part)),
                                                noun.equals("variant")
                                                        ? "give one of them another name"
                                                        : "remove one",
                                                List.of("first: " + binding.place(earlier))));
                            }
                        });
    }

    private void branchesOf() {
        Map<String, VariantSpec> variants = Parts.of(binding, "variants", VariantSpec.class);
        Map<String, VariantSpec> byName = new LinkedHashMap<>();
        variants.values().forEach(variant -> byName.putIfAbsent(variant.name(), variant));
        variants.forEach(
                (path, variant) -> {
                    String target = variant.branchesOf();
                    if (target == null) {
                        return;
                    }
                    List<String> others =
                            byName.keySet().stream()
                                    .filter(name -> !name.equals(variant.name()))
                                    .toList();
                    VariantSpec found = byName.get(target);
                    String at = Paths.key(path, "branches-of");
                    if (target.equals(variant.name())) {
                        dangling(at, "a variant cannot take the branches of itself", "", others);
                    } else if (found == null && isComplete(variants)) {
                        dangling(
                                at,
                                "no variant is named `%s`".formatted(target),
                                NearestName.hint(target, others),
                                others);
                    } else if (found != null && found.branchesOf() != null) {
                        dangling(
                                at,
                                "`%s` takes its own branches from `%s`"
                                        .formatted(target, found.branchesOf()),
                                "name a variant that has branches",
                                others);
                    }
                });
    }

    /** Tell whether all variants could be read; else a name may be that of one that could not. */
    private boolean isComplete(Map<String, VariantSpec> variants) {
        return binding.part("variants", List.class).isPresent() || variants.isEmpty();
    }

    private void primary() {
        List<String> metrics =
                Parts.of(binding, "metrics", MetricSpec.class).values().stream()
                        .map(metric -> metric.metric().id())
                        .toList();
        List<String> recorded =
                binding.part("record", RecordSpec.class).map(RecordSpec::layers).orElse(List.of());
        Parts.of(binding, "primary", PrimarySpec.class)
                .forEach(
                        (path, question) -> {
                            if (!metrics.contains(question.metric())) {
                                dangling(
                                        Paths.key(path, "metric"),
                                        "`%s` is not among the metrics"
                                                .formatted(question.metric()),
                                        NearestName.hint(question.metric(), metrics),
                                        metrics);
                            }
                            for (int i = 0; i < question.layers().size(); i++) {
                                String layer = question.layers().get(i);
                                if (!recorded.isEmpty() && !recorded.contains(layer)) {
                                    dangling(
                                            Paths.item(Paths.key(path, "layers"), i),
                                            "the layer `%s` is not recorded".formatted(layer),
                                            NearestName.hint(layer, recorded),
                                            recorded);
                                }
                            }
                        });
    }

    private void metricLayers() {
        List<String> recorded =
                binding.part("record", RecordSpec.class).map(RecordSpec::layers).orElse(List.of());
        if (recorded.isEmpty()) {
            return;
        }
        Parts.of(binding, "metrics", MetricSpec.class)
                .forEach(
                        (path, metric) -> {
                            for (int i = 0; i < metric.layers().size(); i++) {
                                String layer = metric.layers().get(i);
                                if (!recorded.contains(layer)) {
                                    dangling(
                                            Paths.item(Paths.key(path, "layers"), i),
                                            "the layer `%s` is not recorded".formatted(layer),
                                            NearestName.hint(layer, recorded),
                                            recorded);
                                }
                            }
                        });
    }

    /** Seeds are checked even where another part of the file keeps it from being made. */
    private void seeds() {
        List<Long> seeds = new ArrayList<>();
        for (int i = 0; binding.part(Paths.item("seeds", i), Long.class).isPresent(); i++) {
            binding.part(Paths.item("seeds", i), Long.class).ifPresent(seeds::add);
        }
        try {
            if (!seeds.isEmpty()) {
                PipelineSpec.checkSeeds(seeds);
            }
        } catch (InvalidOptionException e) {
            problems.add(
                    new Problem(
                            ProblemCode.INVALID_VALUE,
                            binding.place("seeds"),
                            "`seeds`: " + e.getMessage(),
                            ""));
        }
    }

    private void dangling(String path, String message, String hint, List<String> allowed) {
        problems.add(
                new Problem(
                        ProblemCode.DANGLING_NAME,
                        binding.place(path),
                        message,
                        hint,
                        allowed.isEmpty()
                                ? List.of()
                                : List.of("allowed: " + String.join(", ", allowed))));
    }
}
