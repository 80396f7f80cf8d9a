package dev.ramify.cli;

import dev.ramify.api.architecture.LayerView;
import dev.ramify.api.findings.Verdict.Reach;
import dev.ramify.api.text.Numbers;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.KernelSelection;
import dev.ramify.core.machine.NativeFolder;
import dev.ramify.core.pipeline.Estimate;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.statistics.VerdictText;
import dev.ramify.core.study.RunOptions;
import dev.ramify.core.study.StepProbe;
import dev.ramify.core.study.StudyInspector;
import dev.ramify.core.study.StudyQuestions;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Shows what a study would do and what it would cost. */
final class DryRun {

    private final Optional<Provider<StudyInspector>> inspector;
    private final Console console;

    @Inject
    DryRun(Optional<Provider<StudyInspector>> inspector, Console console) {
        this.inspector = inspector;
        this.console = console;
    }

    void print(ResolvedPipeline pipeline, RunOptions options, boolean json) {
        Estimate estimate = Estimate.of(pipeline, options.threads());
        Optional<StageReuse> stages =
                inspector.map(each -> StageReuse.of(each.get().inspect(pipeline, options)));
        OptionalDouble seconds =
                seconds(pipeline, options, stages.map(StageReuse::untrained).orElse(1.0));
        if (json) {
            console.out()
                    .println(
                            Json.document(
                                    "plan",
                                    describe(pipeline, options, estimate, seconds, stages)));
            return;
        }
        console.out().println(pipeline.spec().name());
        TextTable.lines(rows(pipeline)).forEach(line -> console.out().println("  " + line));
        DataSummary.lines(pipeline).forEach(console.out()::println);
        console.out()
                .printf(
                        Locale.ROOT,
                        "%d networks to train (%d variants, seeds %s), %d at one time%n",
                        pipeline.plan().runs().size(),
                        pipeline.plan().variants().size(),
                        pipeline.spec().seeds().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")),
                        Math.min(options.threads(), pipeline.plan().runs().size()));
        console.out()
                .println(
                        "estimates: "
                                + (seconds.isPresent()
                                        ? "%s to train what is left, "
                                                .formatted(
                                                        ProgressDisplay.duration(
                                                                seconds.getAsDouble()))
                                        : "")
                                + "memory %s, disk %s"
                                        .formatted(
                                                Units.bytes(estimate.memory()),
                                                Units.bytes(estimate.disk())));
        stages.ifPresent(each -> each.lines().forEach(console.out()::println));
        StudyQuestions.reach(pipeline).ifPresent(reach -> console.out().println(training(reach)));
        console.out().println("would write to " + options.directory());
    }

    private OptionalDouble seconds(ResolvedPipeline pipeline, RunOptions options, double left) {
        try {
            StepProbe probe = new StepProbe(new Engine(KernelSelection.choose()));
            return OptionalDouble.of(left * probe.seconds(pipeline, options.threads()));
        } catch (LinkageError e) {
            console.warn(
                    "no estimate of time: "
                            + NativeFolder.failure(e, Failures.nativeFolder())
                                    .orElse(String.valueOf(e.getMessage())));
            return OptionalDouble.empty();
        }
    }

    private static String training(Reach reach) {
        return reach.isTooFew()
                ? VerdictText.reach(reach)
                : "a claim about training over %s takes at least %d seeds"
                        .formatted(
                                Numbers.count(reach.questions(), "question", "questions"),
                                reach.seeds());
    }

    private static List<List<String>> rows(ResolvedPipeline pipeline) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("variant", "role", "strategy", "parameters", "MACs", "measured layers"));
        for (PlannedVariant variant : pipeline.plan().variants()) {
            rows.add(
                    List.of(
                            variant.name(),
                            variant.spec().role().name().toLowerCase(Locale.ROOT),
                            variant.spec().strategy().id(),
                            Units.count(variant.cost().parameters()),
                            Units.count(variant.cost().macs()),
                            layers(variant)));
        }
        return rows;
    }

    private static String layers(PlannedVariant variant) {
        return variant.layers().stream()
                .map(
                        layer -> {
                            LayerView view = variant.architecture().view(layer);
                            return view.isBranched()
                                    ? "%s (%d units in %d branches)"
                                            .formatted(
                                                    layer,
                                                    view.units(),
                                                    view.parts().stream()
                                                            .map(part -> part.branch())
                                                            .distinct()
                                                            .count())
                                    : "%s (%d units)".formatted(layer, view.units());
                        })
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> describe(
            ResolvedPipeline pipeline,
            RunOptions options,
            Estimate estimate,
            OptionalDouble seconds,
            Optional<StageReuse> stages) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", pipeline.spec().name());
        content.put("sha256", pipeline.canonical().sha256());
        content.put("directory", options.directory().toString());
        content.put("variants", pipeline.plan().variants().stream().map(DryRun::describe).toList());
        content.put("seeds", pipeline.spec().seeds());
        content.put("runs", pipeline.plan().runs().size());
        Map<String, Object> estimates = new LinkedHashMap<>();
        seconds.ifPresent(s -> estimates.put("seconds", s));
        estimates.put("operations", estimate.operations());
        estimates.put("memoryBytes", estimate.memory());
        estimates.put("diskBytes", estimate.disk());
        content.put("estimates", estimates);
        stages.ifPresent(each -> content.put("stages", each.describe()));
        StudyQuestions.reach(pipeline)
                .ifPresent(
                        reach ->
                                content.put(
                                        "training",
                                        Map.of(
                                                "questions", reach.questions(),
                                                "seedsNeeded", reach.seeds(),
                                                "seedsFound", reach.found())));
        return content;
    }

    private static Map<String, Object> describe(PlannedVariant variant) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", variant.name());
        described.put("role", variant.spec().role().name().toLowerCase(Locale.ROOT));
        described.put("strategy", variant.spec().strategy().id());
        described.put("parameters", variant.cost().parameters());
        described.put("macs", variant.cost().macs());
        described.put("layers", variant.layers());
        return described;
    }
}
