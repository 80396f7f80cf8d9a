package dev.ramify.cli;

import dev.ramify.cli.bench.Benchmark;
import dev.ramify.cli.bench.Endurance;
import dev.ramify.cli.bench.Outcome;
import dev.ramify.cli.bench.PeerException;
import dev.ramify.cli.bench.Torch;
import dev.ramify.cli.bench.Workload;
import dev.ramify.cli.bench.Workloads;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.engine.KernelSelection;
import dev.ramify.core.machine.MatrixSpeed;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures how fast networks train here. */
@Command(
        name = "bench",
        description = {
            "Measure how fast networks train and run here, beside PyTorch where it is installed.",
            "Rounds of both alternate, so that both meet the same machine; PyTorch uses the layout,"
                    + " threads and optimizer that are fastest for it."
        })
final class BenchCommand implements Callable<Integer> {

    private static final String SCRIPT = "torch_peer.py";
    private static final double SLOW_PRODUCTS = 0.3;

    private final Console console;

    @Parameters(
            paramLabel = "WORKLOAD",
            arity = "0..*",
            description =
                    "What to measure: a workload such as w5-8, or a group such as w5 or infer; all if left out.")
    private List<String> chosen = new ArrayList<>();

    @Option(names = "--list", description = "List the workloads and do nothing.")
    private boolean list;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds of each side; ${DEFAULT-VALUE} if left out.")
    private int rounds;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "1",
            description = "Least length of a round; ${DEFAULT-VALUE} if left out.")
    private double seconds;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description =
                    "Threads of our networks, and most threads of PyTorch; the cores if left out.")
    private @Nullable Integer threads;

    @Option(
            names = "--python",
            paramLabel = "PROGRAM",
            defaultValue = "python3",
            description = "The Python that has PyTorch; ${DEFAULT-VALUE} if left out.")
    private String python = "";

    @Option(names = "--no-torch", description = "Measure our networks alone.")
    private boolean alone;

    @Option(names = "--profile", description = "Show the time of every operation.")
    private boolean profile;

    @Option(
            names = "--endurance",
            paramLabel = "STEPS",
            description =
                    "Instead of measuring speed, run so many training steps and show how the memory of this"
                            + " process develops.")
    private @Nullable Integer endurance;

    @Option(names = "--json", description = "Write the results as JSON to standard output.")
    private boolean json;

    @Inject
    BenchCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (list) {
            Workloads.all()
                    .forEach(each -> console.out().printf("%-12s %s%n", each.id(), title(each)));
            return ExitCode.OK.code();
        }
        List<Workload> workloads = workloads();
        int cores = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        requirePositive("--threads", cores);
        requirePositive("--rounds", rounds);
        Engine engine = new Engine(KernelSelection.choose(), cores);
        if (endurance != null) {
            requirePositive("--endurance", endurance);
            workloads.forEach(each -> endure(engine, each, endurance));
            return ExitCode.OK.code();
        }
        Optional<Torch> torch = alone ? Optional.empty() : torch(cores);
        BenchReport report = new BenchReport(console, cores, profile);
        if (!json) {
            report.begin(engine.kernels());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Workload workload : workloads) {
            Outcome outcome = measure(engine, torch.orElse(null), workload);
            outcomes.add(outcome);
            if (!json) {
                report.add(outcome);
            }
        }
        if (json) {
            console.out()
                    .println(Json.document("bench", report.describe(engine.kernels(), outcomes)));
        } else {
            report.end(outcomes);
        }
        return ExitCode.OK.code();
    }

    private void endure(Engine engine, Workload workload, int steps) {
        if (workload.task() != Workload.Task.TRAINING) {
            return;
        }
        new Endurance(engine, workload)
                .run(
                        steps,
                        (done, bytes) ->
                                console.out()
                                        .printf(
                                                Locale.ROOT,
                                                "%-12s %8d steps %10.1f MiB resident%n",
                                                workload.id(),
                                                done,
                                                bytes / (double) (1 << 20)));
    }

    private Outcome measure(Engine engine, @Nullable Torch torch, Workload workload) {
        try {
            return new Benchmark(engine, torch, rounds, seconds).measure(workload);
        } catch (PeerException e) {
            throw new CommandException(
                    ExitCode.FAILED,
                    "PyTorch could not run %s: %s; --no-torch measures without it"
                            .formatted(workload.id(), e.getMessage()));
        }
    }

    private static void requirePositive(String option, int value) {
        if (value < 1) {
            throw new CommandException(
                    ExitCode.USAGE, "%s must be at least 1, found %d".formatted(option, value));
        }
    }

    private List<Workload> workloads() {
        List<Workload> all = Workloads.all();
        for (String name : chosen) {
            if (all.stream().noneMatch(each -> matches(each, name))) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "there is no workload '%s'; there are %s"
                                .formatted(
                                        name,
                                        String.join(
                                                ", ", all.stream().map(Workload::id).toList())));
            }
        }
        return chosen.isEmpty()
                ? all
                : all.stream()
                        .filter(each -> chosen.stream().anyMatch(name -> matches(each, name)))
                        .toList();
    }

    private static boolean matches(Workload workload, String name) {
        return workload.id().equalsIgnoreCase(name)
                || workload.id().startsWith(name.toLowerCase(Locale.ROOT) + "-");
    }

    static String title(Workload workload) {
        return switch (workload.task()) {
            case INFERENCE -> workload.title() + ", forward only, batch " + workload.batch();
            case STUDY -> workload.title() + ", batch " + workload.batch();
            case TRAINING ->
                    "%s, batch %d, %s"
                            .formatted(
                                    workload.title(),
                                    workload.batch(),
                                    workload.optimizer() == Workload.OptimizerKind.ADAM
                                            ? "Adam"
                                            : "SGD");
        };
    }

    private Optional<Torch> torch(int cores) {
        Torch torch = new Torch(python, script());
        try {
            warnOfPlainBlas(torch.build(cores), cores);
            return Optional.of(torch);
        } catch (PeerException e) {
            console.warn("without PyTorch: %s; see --python".formatted(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Beating a PyTorch that was built on the reference BLAS proves nothing. */
    private void warnOfPlainBlas(Torch.Build build, int cores) {
        double limit;
        try (MatrixSpeed matrices = new MatrixSpeed(cores)) {
            matrices.gflops();
            limit = matrices.gflops();
        }
        if (build.gflops() < SLOW_PRODUCTS * limit) {
            console.warn(
                    ("PyTorch %s multiplies matrices at %.0f GFLOP/s where this machine reaches %.0f: its BLAS is not"
                                    + " an optimized one, which makes its dense layers slow; on Debian, install libopenblas0")
                            .formatted(build.version(), build.gflops(), limit));
        }
    }

    private static String script() {
        try (InputStream stream =
                Objects.requireNonNull(BenchCommand.class.getResourceAsStream(SCRIPT))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
