package dev.ramify.cli;

import dev.ramify.cli.bench.Outcome;
import dev.ramify.cli.bench.Score;
import dev.ramify.core.engine.plan.KernelTime;
import dev.ramify.core.machine.Machine;
import dev.ramify.core.machine.ResidentMemory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shows what was measured.
 *
 * @param console where to write
 * @param threads of our networks
 * @param profile whether to show the time of every operation
 */
record BenchReport(Console console, int threads, boolean profile) {

    private static final String HEADER = "%-14s %10s %10s %7s %10s %9s %8s %9s";
    private static final double MILLI = 1e3;

    void begin(String kernels) {
        Machine machine = Machine.current();
        console.out().printf("%s, %d threads; %s%n", machine.cpu(), threads, kernels);
        console.out()
                .println(
                        HEADER.formatted(
                                "workload",
                                "ours ms",
                                "torch ms",
                                "ratio",
                                "samples/s",
                                "GFLOP/s",
                                "of limit",
                                "products"));
    }

    void add(Outcome outcome) {
        console.out()
                .println(
                        HEADER.formatted(
                                        outcome.workload().id(),
                                        number(outcome.ours().median() * MILLI),
                                        outcome.theirs()
                                                .map(each -> number(each.median() * MILLI))
                                                .orElse("-"),
                                        outcome.ratio().isPresent()
                                                ? number(outcome.ratio().getAsDouble()) + "x"
                                                : "-",
                                        "%.0f".formatted(outcome.samplesPerSecond()),
                                        number(outcome.gflops()),
                                        percent(outcome.share()),
                                        outcome.productShare(threads).isPresent()
                                                ? percent(
                                                        outcome.productShare(threads).getAsDouble())
                                                : "-")
                                .stripTrailing());
        if (profile) {
            profile(outcome.profile());
        }
    }

    private void profile(List<KernelTime> times) {
        double sum = times.stream().mapToDouble(KernelTime::seconds).sum();
        times.stream()
                .sorted(Comparator.comparingDouble(KernelTime::seconds).reversed())
                .forEach(
                        each ->
                                console.out()
                                        .printf(
                                                Locale.ROOT,
                                                "    %5.1f%%  %8.3f ms forward %8.3f ms backward  %-24s %s%n",
                                                100 * each.seconds() / sum,
                                                each.forward() * MILLI,
                                                each.backward() * MILLI,
                                                each.operation(),
                                                each.kernel()));
    }

    /** Say what the columns mean, and how PyTorch was set. */
    void end(List<Outcome> outcomes) {
        console.say("");
        for (Outcome outcome : outcomes) {
            outcome.theirs()
                    .ifPresent(
                            each ->
                                    console.say(
                                            "%s: %s"
                                                    .formatted(
                                                            outcome.workload().id(),
                                                            each.settings())));
        }
        console.say(
                """
                times are medians of a step; ratio: median of theirs over ours, round by round
                of limit: GFLOP/s of whole steps over those of large matrix products on all threads
                products: the same, of the time spent in convolutions and dense layers alone""");
    }

    Map<String, Object> describe(String kernels, List<Outcome> outcomes) {
        Map<String, Object> content = new LinkedHashMap<>();
        Machine machine = Machine.current();
        content.put("processor", machine.cpu());
        content.put("java", machine.jvm());
        content.put("kernels", kernels);
        content.put("threads", threads);
        ResidentMemory.peak().ifPresent(peak -> content.put("peakBytes", peak));
        content.put("workloads", outcomes.stream().map(this::describe).toList());
        return content;
    }

    private Map<String, Object> describe(Outcome outcome) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("id", outcome.workload().id());
        content.put("title", BenchCommand.title(outcome.workload()));
        content.put("batch", outcome.workload().batch());
        content.put("parameters", outcome.parameters());
        content.put("ours", describe(outcome.ours()));
        outcome.theirs().ifPresent(each -> content.put("torch", describe(each)));
        outcome.ratio().ifPresent(ratio -> content.put("ratio", ratio));
        content.put("samplesPerSecond", outcome.samplesPerSecond());
        content.put("gflops", outcome.gflops());
        content.put("limitGflops", outcome.limit());
        content.put("shareOfLimit", outcome.share());
        outcome.productShare(threads)
                .ifPresent(share -> content.put("shareOfLimitInProducts", share));
        outcome.lossDifference().ifPresent(each -> content.put("lossDifference", each));
        outcome.compileSeconds().ifPresent(each -> content.put("compileSeconds", each));
        outcome.heapBytes().ifPresent(each -> content.put("heapBytesPerStep", each));
        if (profile) {
            content.put("profile", outcome.profile().stream().map(BenchReport::describe).toList());
        }
        return content;
    }

    private static Map<String, Object> describe(Score score) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("settings", score.settings());
        content.put("medianSeconds", score.median());
        content.put("rounds", new ArrayList<>(score.seconds()));
        score.peakBytes().ifPresent(peak -> content.put("peakBytes", peak));
        return content;
    }

    private static Map<String, Object> describe(KernelTime time) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("operation", time.operation());
        content.put("kernel", time.kernel());
        content.put("macs", time.macs());
        content.put("forwardSeconds", time.forward());
        content.put("backwardSeconds", time.backward());
        return content;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f%%", 100 * part);
    }
}
