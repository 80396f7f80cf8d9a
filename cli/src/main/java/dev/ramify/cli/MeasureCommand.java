package dev.ramify.cli;

import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.machine.NativeThreads;
import dev.ramify.core.machine.Workers;
import dev.ramify.core.measure.ArrayMeasurer;
import dev.ramify.core.measure.ArrayResults;
import dev.ramify.core.measure.MeasuredArrays;
import dev.ramify.core.measure.MetricChoice;
import dev.ramify.core.measure.MetricChoices;
import dev.ramify.core.recording.RecordingReader;
import dev.ramify.core.statistics.VerdictText;
import dev.ramify.core.store.MeasurementJson;
import dev.ramify.core.store.VerdictJson;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures arrays. */
@Command(
        name = "measure",
        description = {
            "Measure activations, weights or gates of any network against chance.",
            "Arrays are named activations/LAYER, branches/LAYER, weights/LAYER, gates/LAYER,",
            "labels, factors and factor_names; see docs/guide/arrays.md. Routers of language",
            "models: experts/LAYER and groups, counts as CSV or traces; docs/guide/experts.md."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ${ROOT-COMMAND-NAME} measure arrays.npz",
            "  ${ROOT-COMMAND-NAME} measure arrays.npz --metric cka,coherence --permutations 999",
            "  ${ROOT-COMMAND-NAME} measure --units units.csv --json"
        })
final class MeasureCommand implements Callable<Integer> {

    private final Provider<MetricChoices> choices;
    private final Provider<ArrayMeasurer> measurer;
    private final Console console;

    @Parameters(
            arity = "0..1",
            paramLabel = "ARRAYS.npz",
            description =
                    "Arrays, as numpy.savez, safetensors or a run of Ramify write them; or counts (.csv) or traces (.jsonl) of routers.")
    private @Nullable Path arrays;

    @Option(
            names = "--units",
            paramLabel = "FILE",
            description =
                    "CSV file with columns layer, unit, branch, family; enough for the family"
                            + " metrics.")
    private @Nullable Path units;

    @Option(
            names = "--init",
            paramLabel = "ARRAYS.npz",
            split = ",",
            description =
                    "The same arrays of untrained copies of the network, on the same samples: what"
                            + " layers with depth/LAYER of 2 or more are compared with; 39 for a"
                            + " glance, 199 for a claim.")
    private List<Path> untrained = new ArrayList<>();

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            split = ",",
            description = "Metrics to measure; all that the arrays allow if left out.")
    private List<String> metrics = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "METRIC.OPTION=VALUE",
            description = "Set an option of a metric, such as cka.layers=[conv1].")
    private List<String> settings = new ArrayList<>();

    @Option(names = "--seed", paramLabel = "S", description = "Seed of all randomness; 1.")
    private long seed = 1;

    @Option(
            names = "--permutations",
            paramLabel = "R",
            description = "Size of the sample that says what chance gives; 1999.")
    private @Nullable String permutations;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads; the number of cores if left out. Results do not depend on it.")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "Write the measurements as JSON to standard output.")
    private boolean json;

    @Inject
    MeasureCommand(
            Provider<MetricChoices> choices, Provider<ArrayMeasurer> measurer, Console console) {
        this.choices = choices;
        this.measurer = measurer;
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        int parallel = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (parallel < 1) {
            throw new CommandException(
                    ExitCode.USAGE, "--threads must be at least 1, found " + parallel);
        }
        if (arrays == null && units == null) {
            throw new CommandException(
                    ExitCode.USAGE, "nothing to measure: give ARRAYS.npz, --units, or both");
        }
        List<MetricChoice> chosen =
                choices.get().choose(metrics, settings, Optional.ofNullable(permutations));
        RecordingReader.Result read =
                RecordingReader.read(Optional.ofNullable(arrays), Optional.ofNullable(units));
        read.notes().forEach(console::warn);
        checkLayers(chosen, read.recording());
        MeasuredArrays measured =
                new MeasuredArrays(
                        read.recording(),
                        read.depths(),
                        untrained.stream().map(RecordingReader::read).toList());
        checkUntrained(measured);
        NativeThreads.one();
        ArrayResults results = measure(measured, chosen, parallel);
        show(read.recording(), results);
        results.failures().forEach(console::complain);
        return (results.failures().isEmpty() ? ExitCode.OK : ExitCode.FAILED).code();
    }

    private static void checkUntrained(MeasuredArrays measured) {
        List<String> mismatches = measured.mismatches();
        if (!mismatches.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "--init must name the same layers, units and samples as the arrays: "
                            + String.join("; ", mismatches));
        }
    }

    private static void checkLayers(List<MetricChoice> chosen, Recording recording) {
        List<String> known = recording.layers().stream().map(LayerRecording::layer).toList();
        for (MetricChoice choice : chosen) {
            for (String layer : choice.layers()) {
                if (!known.contains(layer)) {
                    throw new CommandException(
                            ExitCode.USAGE,
                            "--set %s.layers names `%s`, but there are %s"
                                    .formatted(choice.metric().name(), layer, known));
                }
            }
        }
    }

    private ArrayResults measure(MeasuredArrays measured, List<MetricChoice> chosen, int parallel)
            throws InterruptedException {
        try (Workers workers = Workers.of(parallel);
                ProgressDisplay display = new ProgressDisplay(console, System::nanoTime)) {
            return workers.call(
                    () -> measurer.get().measure(name(), measured, chosen, seed, display::update));
        }
    }

    private String name() {
        Path file = arrays == null ? units : arrays;
        String name = file == null ? "" : String.valueOf(file.getFileName());
        return name.replaceFirst("\\.(npz|safetensors|csv|jsonl|ndjson)$", "");
    }

    private void show(Recording recording, ArrayResults results) {
        if (json) {
            console.out().println(Json.document("measurements", describe(recording, results)));
        } else {
            List<String> table = MeasurementTable.lines(results.measurements(), !metrics.isEmpty());
            table.forEach(console.out()::println);
            if (!table.isEmpty()) {
                console.out().println();
            }
            VerdictText.lines(results.verdict()).forEach(console.out()::println);
        }
        if (metrics.isEmpty()) {
            warnOfUnmeasured(results);
        }
    }

    /** Metrics that lack the same are named together. */
    private void warnOfUnmeasured(ArrayResults results) {
        Map<String, List<String>> lacking = new LinkedHashMap<>();
        results.unmeasured()
                .forEach(
                        each ->
                                lacking.computeIfAbsent(each.reason(), key -> new ArrayList<>())
                                        .add(each.metric()));
        lacking.forEach(
                (reason, names) ->
                        console.warn(
                                "%s %s not measured: %s"
                                        .formatted(
                                                String.join(", ", names),
                                                names.size() == 1 ? "was" : "were",
                                                reason)));
    }

    private Map<String, Object> describe(Recording recording, ArrayResults results) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (arrays != null) {
            content.put("arrays", arrays.toString());
        }
        if (units != null) {
            content.put("units", units.toString());
        }
        content.put("seed", seed);
        content.put("samples", recording.samples());
        recording.groups().ifPresent(groups -> content.put("groups", groups.count()));
        content.put("layers", recording.layers().stream().map(MeasureCommand::describe).toList());
        content.put("measurements", MeasurementJson.of(results.measurements()));
        content.put("verdict", VerdictJson.of(results.verdict()));
        return content;
    }

    private static Map<String, Object> describe(LayerRecording layer) {
        Map<String, Object> branches = new LinkedHashMap<>();
        int[] sizes = layer.assignment().sizes();
        for (int b = 0; b < sizes.length; b++) {
            branches.put(layer.assignment().branches().get(b), sizes[b]);
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", layer.layer());
        described.put("units", layer.assignment().units());
        described.put("branches", branches);
        return described;
    }
}
