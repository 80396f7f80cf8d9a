package dev.ramify.core.pipeline;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.recording.Divisions;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Paths;
import dev.ramify.core.pipeline.spec.MetricSpec;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.RecordSpec;
import dev.ramify.core.problem.NearestName;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Chooses the layers to record, and checks that every variant has them. */
final class LayerChecks {

    private final Binding<PipelineSpec> binding;
    private final FitReports reports;

    LayerChecks(Binding<PipelineSpec> binding, FitReports reports) {
        this.binding = binding;
        this.reports = reports;
    }

    /**
     * Choose the layers of all variants.
     *
     * @param drafts the variants by path
     * @param complete whether no variant is missing among them
     */
    List<PlannedVariant> resolve(Map<String, Planner.Draft> drafts, boolean complete) {
        Map<String, String> wanted = wanted(drafts);
        wanted.forEach((path, layer) -> exists(path, layer, drafts.values()));
        Set<String> names = new LinkedHashSet<>(wanted.values());
        if (names.isEmpty()) {
            drafts.values().forEach(draft -> names.addAll(branched(draft.architecture())));
        }
        metricLayers().forEach((path, layer) -> names.add(layer));
        List<PlannedVariant> planned = new ArrayList<>();
        drafts.forEach(
                (path, draft) ->
                        divisions(path, draft, drafts, names, complete)
                                .ifPresent(
                                        divisions ->
                                                planned.add(
                                                        new PlannedVariant(
                                                                draft.spec(),
                                                                draft.dataset(),
                                                                draft.data(),
                                                                draft.architecture(),
                                                                divisions,
                                                                present(names, draft)))));
        return planned;
    }

    /** Return the layers that the file names to be recorded, or else measured, by path. */
    private Map<String, String> wanted(Map<String, Planner.Draft> drafts) {
        Map<String, String> wanted = new LinkedHashMap<>();
        binding.part("record", RecordSpec.class)
                .ifPresent(spec -> put(wanted, "record.layers", spec.layers()));
        if (wanted.isEmpty()) {
            metricLayers().forEach((path, layer) -> exists(path, layer, drafts.values()));
        }
        return wanted;
    }

    private Map<String, String> metricLayers() {
        Map<String, String> layers = new LinkedHashMap<>();
        Parts.of(binding, "metrics", MetricSpec.class)
                .forEach((path, m) -> put(layers, Paths.key(path, "layers"), m.layers()));
        return layers;
    }

    private static void put(Map<String, String> into, String path, List<String> layers) {
        for (int i = 0; i < layers.size(); i++) {
            into.put(Paths.item(path, i), layers.get(i));
        }
    }

    private void exists(String path, String layer, Collection<Planner.Draft> drafts) {
        List<Planner.Draft> without =
                drafts.stream().filter(d -> !names(d.architecture()).contains(layer)).toList();
        if (!without.isEmpty()) {
            List<String> names = names(without.get(0).architecture());
            reports.report(
                    new Problem(
                            ProblemCode.DANGLING_NAME,
                            binding.place(path),
                            "no layer with weights is named `%s` in %s"
                                    .formatted(
                                            layer,
                                            without.stream()
                                                    .map(d -> "`%s`".formatted(d.spec().name()))
                                                    .collect(Collectors.joining(", "))),
                            NearestName.hint(layer, names),
                            List.of("allowed: " + String.join(", ", names))));
        }
    }

    private Optional<Divisions> divisions(
            String path,
            Planner.Draft draft,
            Map<String, Planner.Draft> drafts,
            Set<String> layers,
            boolean complete) {
        Divisions own = Divisions.of(draft.architecture());
        String target = draft.spec().branchesOf();
        if (target == null) {
            return Optional.of(own);
        }
        Optional<Architecture> other =
                drafts.values().stream()
                        .filter(d -> d.spec().name().equals(target))
                        .map(Planner.Draft::architecture)
                        .findFirst();
        other.filter(each -> complete).ifPresent(each -> sameUnits(path, draft, each, layers));
        return other.map(each -> own.takenFrom(Divisions.of(each)));
    }

    private void sameUnits(
            String path, Planner.Draft draft, Architecture other, Set<String> layers) {
        for (LayerView theirs : other.views()) {
            if (!layers.contains(theirs.name()) || !theirs.isBranched()) {
                continue;
            }
            int units =
                    draft.architecture().views().stream()
                            .filter(view -> view.name().equals(theirs.name()))
                            .mapToInt(LayerView::units)
                            .sum();
            if (units != theirs.units()) {
                reports.report(
                        new Problem(
                                ProblemCode.DOES_NOT_FIT,
                                binding.place(Paths.key(path, "branches-of")),
                                "layer `%s` has %d units here and %d in `%s`, so its branches cannot be taken over"
                                        .formatted(
                                                theirs.name(),
                                                units,
                                                theirs.units(),
                                                draft.spec().branchesOf()),
                                "name a variant of equal width"));
            }
        }
    }

    private static List<String> present(Set<String> names, Planner.Draft draft) {
        List<String> there = names(draft.architecture());
        return there.stream().filter(names::contains).toList();
    }

    private static List<String> names(Architecture architecture) {
        return architecture.views().stream().map(LayerView::name).toList();
    }

    private static List<String> branched(Architecture architecture) {
        return architecture.views().stream()
                .filter(LayerView::isBranched)
                .map(LayerView::name)
                .toList();
    }
}
