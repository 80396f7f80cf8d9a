package dev.ramify.cli;

import dev.ramify.core.HostFolders;
import dev.ramify.core.machine.Workers;
import dev.ramify.core.pipeline.InvalidPipelineException;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.statistics.ComparisonText;
import dev.ramify.core.store.VerdictJson;
import dev.ramify.core.study.RunOptions;
import dev.ramify.core.study.StudyListener;
import dev.ramify.core.study.StudyOutcome;
import dev.ramify.core.study.StudyOutcome.VariantOutcome;
import dev.ramify.core.study.StudyRunner;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a study. */
@Command(
        name = "run",
        description = {
            "Train, measure and draw what a pipeline file says.",
            "A study that was interrupted is continued by the same command."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} run docs/examples/quickstart.yaml",
            "  ${ROOT-COMMAND-NAME} run study.yaml --dry-run",
            "  ${ROOT-COMMAND-NAME} run study.yaml --set training.epochs=5 --set \"seeds=[1, 2, 3, 4, 5]\" --out runs/longer"
        })
final class RunCommand implements Callable<Integer> {

    private static final int GREATEST_PORT = 65_535;

    private final Provider<PipelineReader> reader;
    private final Optional<Provider<StudyRunner>> runner;
    private final Provider<DryRun> dryRuns;
    private final Provider<PlanExplanation> explanations;
    private final HostFolders folders;
    private final PrometheusMeterRegistry meters;
    private final Console console;

    @Mixin private PipelineArguments arguments = new PipelineArguments();

    @Option(
            names = "--dry-run",
            description = "Show what would be done and what it would cost, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--explain-plan",
            description =
                    "Show how each network would be computed, operation by operation: layouts,"
                            + " kernels, multiply-accumulates and memory; and do nothing.")
    private boolean explainPlan;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "The run directory, instead of runs/NAME.")
    private @Nullable Path out;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads in all; the number of cores if left out. Each trains one network at a"
                            + " time; where there are fewer networks, several share one. Results do"
                            + " not depend on it.")
    private @Nullable Integer threads;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description =
                    "Serve meters on http://127.0.0.1:PORT/metrics, as Prometheus reads them; 0 for"
                            + " any free port.")
    private @Nullable Integer metricsPort;

    @Option(names = "--json", description = "Write the result as JSON to standard output.")
    private boolean json;

    @Inject
    RunCommand(
            Provider<PipelineReader> reader,
            Optional<Provider<StudyRunner>> runner,
            Provider<DryRun> dryRuns,
            Provider<PlanExplanation> explanations,
            HostFolders folders,
            PrometheusMeterRegistry meters,
            Console console) {
        this.reader = reader;
        this.runner = runner;
        this.dryRuns = dryRuns;
        this.explanations = explanations;
        this.folders = folders;
        this.meters = meters;
        this.console = console;
    }

    @Override
    public Integer call() throws InvalidPipelineException, InterruptedException {
        int parallel = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (parallel < 1) {
            throw new CommandException(
                    ExitCode.USAGE, "--threads must be at least 1, found " + parallel);
        }
        if (metricsPort != null && (metricsPort < 0 || metricsPort > GREATEST_PORT)) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--metrics-port must be between 0 and %d, found %d"
                            .formatted(GREATEST_PORT, metricsPort));
        }
        try (Workers workers = Workers.of(parallel)) {
            return call(workers);
        }
    }

    @SuppressWarnings("try") // the endpoint serves as long as it is open
    private Integer call(Workers workers) throws InvalidPipelineException, InterruptedException {
        ResolvedPipeline pipeline;
        try (ProgressDisplay display = new ProgressDisplay(console, System::nanoTime)) {
            display.state("reading %s and its data".formatted(arguments.file()));
            pipeline = reader.get().read(arguments);
        }
        if (explainPlan) {
            explanations.get().print(pipeline, json);
            return ExitCode.OK.code();
        }
        Path directory = out == null ? Path.of("runs", pipeline.spec().name()) : out;
        RunOptions options = new RunOptions(directory, folders.cache(), workers);
        if (dryRun) {
            dryRuns.get().print(pipeline, options, json);
            return ExitCode.OK.code();
        }
        StudyRunner study =
                runner.map(Provider::get)
                        .orElseThrow(
                                () ->
                                        new CommandException(
                                                ExitCode.FAILED,
                                                "this installation cannot train; it can plan with"
                                                        + " --dry-run"));
        DataSummary.lines(pipeline).forEach(console::say);
        StudyOutcome outcome;
        try (MetricsEndpoint endpoint = MetricsEndpoint.open(metricsPort, meters, console);
                ProgressDisplay display = new ProgressDisplay(console, System::nanoTime)) {
            display.state("preparing " + Units.of(pipeline.plan().runs().size(), "network"));
            outcome = study.run(pipeline, options, new Shown(display));
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "the port %d cannot be used: %s".formatted(metricsPort, e.getMessage()));
        }
        return finish(outcome);
    }

    private int finish(StudyOutcome outcome) {
        if (json) {
            console.out().println(Json.document("run", describe(outcome)));
        } else {
            print(outcome);
        }
        outcome.failures().forEach(console::complain);
        outcome.report().ifPresent(report -> console.say("report: " + report));
        return (outcome.failures().isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private void print(StudyOutcome outcome) {
        for (VariantOutcome variant : outcome.variants()) {
            print(variant.variant(), variant.lines());
        }
        print("across variants", ComparisonText.lines(outcome.across()));
    }

    private void print(String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            console.out().println(heading);
            lines.forEach(line -> console.out().println("  " + line));
        }
    }

    private static Map<String, Object> describe(StudyOutcome outcome) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("directory", outcome.directory().toString());
        outcome.report().ifPresent(report -> content.put("report", report.toString()));
        content.put("variants", outcome.variants().stream().map(RunCommand::describe).toList());
        content.put("failures", outcome.failures());
        return content;
    }

    private static Map<String, Object> describe(VariantOutcome variant) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("variant", variant.variant());
        content.put("verdict", VerdictJson.of(variant.verdict()));
        return content;
    }

    /** Shows how a study proceeds. */
    private record Shown(ProgressDisplay display) implements StudyListener {

        @Override
        public void progress(double done, String status) {
            display.update(done, status);
        }

        @Override
        public void resumed(int finished, int networks) {
            display.note(
                    "%d of %d networks are finished already%s"
                            .formatted(
                                    finished,
                                    networks,
                                    finished < networks ? "; going on with the others" : ""));
        }

        @Override
        public void note(String line) {
            display.note(line);
        }
    }
}
