package dev.ramify.cli;

import dev.ramify.api.random.Seed;
import dev.ramify.core.calibration.Acceptance;
import dev.ramify.core.calibration.Acceptance.Verdict;
import dev.ramify.core.calibration.Calibration;
import dev.ramify.core.calibration.CalibrationListener;
import dev.ramify.core.calibration.CalibrationPlan;
import dev.ramify.core.calibration.Calibrator;
import dev.ramify.core.calibration.DefaultMetrics;
import dev.ramify.core.problem.NearestName;
import dev.ramify.core.statistics.ConfiguredMetric;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tries metrics on made data whose division of labour is known. */
@Command(
        name = "calibrate",
        description = {
            "Try metrics on made data whose division of labour is known, and print how often they",
            "see it, and how often they see what is not there."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} calibrate --metric family-information",
            "  ${ROOT-COMMAND-NAME} calibrate --metric cka --runs 400 --permutations 99 --json"
        })
final class CalibrateCommand implements Callable<Integer> {

    private final Provider<DefaultMetrics> metrics;
    private final Provider<Calibrator> calibrator;
    private final Console console;

    @Option(
            names = "--metric",
            split = ",",
            paramLabel = "ID",
            description = "Metrics to try, with commas in between; all of them if left out.")
    private List<String> ids = List.of();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "400",
            description =
                    "Networks made under each condition (default 400, the least for a judgement).")
    private int runs;

    @Option(
            names = "--permutations",
            paramLabel = "R",
            defaultValue = "99",
            description = "Draws under the null in each test (default 99).")
    private int permutations;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Networks tested at one time; the number of cores if left out.")
    private @Nullable Integer threads;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "0",
            description = "Source of randomness (default 0): the same seed gives the same tables.")
    private long seed;

    @Option(names = "--json", description = "Write the result as JSON to standard output.")
    private boolean json;

    @Inject
    CalibrateCommand(
            Provider<DefaultMetrics> metrics, Provider<Calibrator> calibrator, Console console) {
        this.metrics = metrics;
        this.calibrator = calibrator;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        CalibrationPlan plan = plan();
        List<ConfiguredMetric<?>> chosen = chosen();
        List<Calibration> calibrations;
        List<Calibration> finished = new ArrayList<>();
        try (ProgressDisplay display = new ProgressDisplay(console, System::nanoTime)) {
            calibrations = calibrator.get().calibrate(chosen, plan, new Shown(display, finished));
        } catch (InterruptedException e) {
            return interrupted(plan, chosen, finished);
        }
        print(plan, calibrations);
        return conclude(calibrations).code();
    }

    /** A metric's rates depend on no other metric, so those that are finished stand as they are. */
    private int interrupted(
            CalibrationPlan plan, List<ConfiguredMetric<?>> chosen, List<Calibration> finished) {
        if (!finished.isEmpty()) {
            print(plan, finished);
        }
        List<String> left =
                chosen.subList(finished.size(), chosen.size()).stream()
                        .map(ConfiguredMetric::name)
                        .toList();
        console.say(
                "interrupted after %d of %d metrics, which are printed; the others begin anew with --metric %s"
                        .formatted(finished.size(), chosen.size(), String.join(",", left)));
        return ExitCode.INTERRUPTED.code();
    }

    private void print(CalibrationPlan plan, List<Calibration> calibrations) {
        if (json) {
            console.out()
                    .println(
                            Json.document(
                                    "calibration", CalibrationJson.describe(plan, calibrations)));
        } else {
            console.out().print(new CalibrationTables(calibrations).print());
        }
    }

    private CalibrationPlan plan() {
        try {
            return new CalibrationPlan(
                    runs,
                    permutations,
                    threads == null ? Runtime.getRuntime().availableProcessors() : threads,
                    new Seed(seed));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private List<ConfiguredMetric<?>> chosen() {
        DefaultMetrics known = metrics.get();
        List<String> names = known.ready().stream().map(ConfiguredMetric::name).toList();
        List<String> mistakes = new ArrayList<>();
        for (String id : ids) {
            if (known.demanding().contains(id)) {
                mistakes.add(
                        "the metric '%s' has options without default, so it cannot be calibrated"
                                .formatted(id));
            } else if (!names.contains(id)) {
                mistakes.add(
                        "there is no metric '%s'; %s"
                                .formatted(
                                        id,
                                        NearestName.of(id, names)
                                                .map("did you mean '%s'?"::formatted)
                                                .orElse("known are " + String.join(", ", names))));
            }
        }
        if (!mistakes.isEmpty()) {
            throw new CommandException(ExitCode.USAGE, String.join("\n", mistakes));
        }
        if (ids.isEmpty()) {
            known.demanding()
                    .forEach(
                            id ->
                                    console.warn(
                                            id + " is left out: it has options without default"));
        }
        return known.ready().stream()
                .filter(metric -> ids.isEmpty() || ids.contains(metric.name()))
                .toList();
    }

    private ExitCode conclude(List<Calibration> calibrations) {
        if (runs < Acceptance.LEAST_RUNS) {
            console.warn(
                    "%d runs are too few to judge; that takes at least %d"
                            .formatted(runs, Acceptance.LEAST_RUNS));
        }
        ExitCode code = ExitCode.OK;
        for (Calibration each : calibrations) {
            Acceptance acceptance = Acceptance.of(each);
            if (acceptance.contradicts(each.kind())) {
                console.complain(
                        "%s is labelled inferential but failed: %s; it must be labelled descriptive"
                                .formatted(
                                        each.metric(), String.join("; ", acceptance.shortfalls())));
                code = ExitCode.GATE;
            }
        }
        return code;
    }

    /** Shows how a calibration proceeds, and keeps what is finished. */
    private record Shown(ProgressDisplay display, List<Calibration> calibrations)
            implements CalibrationListener {

        @Override
        public void progress(double done, String status) {
            display.update(done, status);
        }

        @Override
        public void finished(Calibration calibration) {
            calibrations.add(calibration);
            Acceptance acceptance = Acceptance.of(calibration);
            String why =
                    acceptance.verdict() == Verdict.FAILED
                            ? ": " + String.join("; ", acceptance.shortfalls())
                            : "";
            display.note(calibration.metric() + " " + CalibrationTables.word(acceptance) + why);
        }
    }
}
