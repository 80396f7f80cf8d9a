package dev.ramify.cli;

import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.KernelSelection;
import dev.ramify.core.engine.plan.PlannedKernel;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows how the networks of a study are computed. */
final class PlanExplanation {

    private static final String ROW = "  %-28s %-12s %-12s %-14s %8s %10s  %s";

    private final Console console;

    @Inject
    PlanExplanation(Console console) {
        this.console = console;
    }

    void print(ResolvedPipeline pipeline, boolean json) {
        Engine engine = new Engine(KernelSelection.choose());
        int batch = pipeline.spec().training().batch();
        Map<String, List<PlannedKernel>> plans = new LinkedHashMap<>();
        for (PlannedVariant variant : pipeline.plan().variants()) {
            plans.put(variant.name(), engine.explain(variant.architecture(), batch));
        }
        if (json) {
            console.out().println(Json.document("kernels", describe(engine, batch, plans)));
            return;
        }
        console.out().printf("%s, batches of %d%n", engine.kernels(), batch);
        plans.forEach(this::print);
    }

    private void print(String variant, List<PlannedKernel> plan) {
        console.out().println(variant);
        console.out()
                .println(
                        ROW.formatted(
                                "operation",
                                "kind",
                                "output",
                                "layout",
                                "MACs",
                                "memory",
                                "kernel"));
        for (PlannedKernel each : plan) {
            console.out()
                    .println(
                            ROW.formatted(
                                    each.operation(),
                                    each.kind(),
                                    each.output(),
                                    each.layout(),
                                    each.macs() == 0 ? "" : Units.count(each.macs()),
                                    Units.bytes(each.bytes()),
                                    kernel(each)));
        }
        long fallbacks = plan.stream().filter(each -> each.fallback().isPresent()).count();
        console.out()
                .printf(
                        Locale.ROOT,
                        "  %d operations, %s MACs for each sample, %s; %s%n",
                        plan.size(),
                        Units.count(plan.stream().mapToLong(PlannedKernel::macs).sum()),
                        Units.bytes(plan.stream().mapToLong(PlannedKernel::bytes).sum()),
                        fallbacks == 0
                                ? "none falls back to portable kernels"
                                : fallbacks + " fall back to portable kernels");
    }

    private static String kernel(PlannedKernel each) {
        return each.fallback()
                .map(why -> each.kernel() + "; FALLBACK: " + why)
                .orElse(each.kernel());
    }

    private static Map<String, Object> describe(
            Engine engine, int batch, Map<String, List<PlannedKernel>> plans) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kernels", engine.kernels());
        content.put("batch", batch);
        Map<String, Object> variants = new LinkedHashMap<>();
        plans.forEach(
                (name, plan) ->
                        variants.put(name, plan.stream().map(PlanExplanation::describe).toList()));
        content.put("variants", variants);
        return content;
    }

    private static Map<String, Object> describe(PlannedKernel each) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("operation", each.operation());
        content.put("kind", each.kind());
        content.put("output", each.output().toString());
        content.put("layout", each.layout());
        content.put("kernel", each.kernel());
        each.fallback().ifPresent(why -> content.put("fallback", why));
        content.put("macs", each.macs());
        content.put("bytes", each.bytes());
        return content;
    }
}
