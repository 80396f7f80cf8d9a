package dev.ramify.core.pipeline;

import dev.ramify.api.figure.Visualizer;
import dev.ramify.api.metric.Outlook;
import dev.ramify.core.pipeline.binding.Binding;
import dev.ramify.core.pipeline.binding.Paths;
import dev.ramify.core.pipeline.spec.PipelineSpec;
import dev.ramify.core.pipeline.spec.VisualizerSpec;
import dev.ramify.core.problem.Problem;
import dev.ramify.core.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Checks that what is to be drawn can be drawn, before a network is trained for it. */
final class FigureChecks {

    private final Binding<PipelineSpec> binding;
    private final FitReports reports;
    private final Outlooks outlooks;

    FigureChecks(Binding<PipelineSpec> binding, FitReports reports) {
        this.binding = binding;
        this.reports = reports;
        this.outlooks = new Outlooks(binding);
    }

    void check(List<PlannedVariant> variants) {
        List<Outlook> layers =
                variants.stream()
                        .flatMap(
                                variant ->
                                        variant.layers().stream()
                                                .map(layer -> outlooks.of(variant, layer, false)))
                        .distinct()
                        .toList();
        if (!layers.isEmpty()) {
            Parts.of(binding, "visualizers", VisualizerSpec.class)
                    .forEach((path, spec) -> check(path, spec, layers));
        }
    }

    private void check(String path, VisualizerSpec spec, List<Outlook> layers) {
        String at = Paths.key(path, "visualizer");
        reports.attempt(
                        path,
                        at,
                        "the visualizer `%s`".formatted(spec.visualizer().id()),
                        () -> ask(spec.visualizer().extension(), spec, layers))
                .flatMap(obstacle -> obstacle)
                .ifPresent(
                        reason ->
                                reports.report(
                                        new Problem(
                                                ProblemCode.NOT_MEASURABLE,
                                                binding.place(at),
                                                "the visualizer `%s` has nothing to draw: %s"
                                                        .formatted(spec.visualizer().id(), reason),
                                                "")));
    }

    private static <O extends Record> Optional<String> ask(
            Visualizer<O> visualizer, VisualizerSpec spec, List<Outlook> layers) {
        return visualizer.obstacle(layers, visualizer.options().cast(spec.visualizer().options()));
    }
}
