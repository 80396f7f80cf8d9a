package dev.ramify.core.study;

import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.metric.Measurement.Failed;
import dev.ramify.core.engine.Engine;
import dev.ramify.core.machine.NativeThreads;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.measure.StudyMetrics;
import dev.ramify.core.network.NetworkStages.Workshop;
import dev.ramify.core.network.OpenedData;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.pipeline.ResolvedPipeline;
import dev.ramify.core.plugin.ExtensionRegistry;
import dev.ramify.core.statistics.StudyEvaluator;
import dev.ramify.core.store.AtomicFile;
import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.store.Json;
import dev.ramify.core.store.KeyedFolder;
import dev.ramify.core.store.RunDirectory;
import dev.ramify.core.telemetry.Meters;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs a study in this process, one network per thread. Thread-safe. */
public final class LocalStudyRunner implements StudyRunner {

    private final Engine engine;
    private final Workshops workshops;
    private final Concluder concluder;
    private final StudyEvaluator comparisons;
    private final ExtensionRegistry extensions;
    private final Meters meters;
    private final StudyReport.Renderers renderers;

    @Inject
    LocalStudyRunner(
            Engine engine,
            Workshops workshops,
            Concluder concluder,
            StudyEvaluator comparisons,
            ExtensionRegistry extensions,
            Meters meters,
            StudyReport.Renderers renderers) {
        this.engine = engine;
        this.workshops = workshops;
        this.concluder = concluder;
        this.comparisons = comparisons;
        this.extensions = extensions;
        this.meters = meters;
        this.renderers = renderers;
    }

    @Override
    public StudyOutcome run(ResolvedPipeline pipeline, RunOptions options, StudyListener listener)
            throws InterruptedException {
        try (RunDirectory directory = RunDirectory.open(options.directory());
                OpenedData data = OpenedData.open(pipeline, options.cache())) {
            NativeThreads.one();
            Provenance provenance =
                    Provenance.of(pipeline, extensions, data.digests(), engine.kernels());
            AtomicFile.write(directory.file("pipeline.yaml"), pipeline.canonical().yaml());
            Json.write(directory.file("provenance.json"), provenance.json());
            Workshop workshop =
                    workshops.of(pipeline, perNetwork(options, pipeline.plan().runs().size()));
            List<NetworkTask> tasks = tasks(pipeline, directory, data, workshop);
            List<String> failures = train(tasks, options, listener);
            return options.workers()
                    .call(
                            () ->
                                    conclude(
                                            pipeline,
                                            directory,
                                            workshop.metrics(),
                                            provenance,
                                            tasks,
                                            failures));
        }
    }

    private static List<NetworkTask> tasks(
            ResolvedPipeline pipeline, RunDirectory directory, OpenedData data, Workshop workshop) {
        return pipeline.plan().runs().stream()
                .map(run -> new NetworkTask(workshop, run, data.of(run.variant()), directory))
                .toList();
    }

    private static List<String> train(
            List<NetworkTask> tasks, RunOptions options, StudyListener listener)
            throws InterruptedException {
        StudyProgress progress = new StudyProgress(listener, tasks.size());
        Map<Integer, String> failures = new ConcurrentSkipListMap<>();
        List<Runnable> work = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            NetworkTask task = tasks.get(i);
            int index = i;
            if (task.isFinished()) {
                progress.skip(index);
            } else {
                work.add(
                        () ->
                                task.run(progress.network(index, task.run().name()), listener)
                                        .ifPresent(failure -> failures.put(index, failure)));
            }
        }
        int finished = tasks.size() - work.size();
        if (finished > 0) {
            listener.resumed(finished, tasks.size());
        }
        options.workers().runAll(work);
        listener.progress(1, "writing verdicts, figures and the report");
        return new ArrayList<>(failures.values());
    }

    /** Networks side by side use cores best; cores that are left over are shared inside them. */
    private static int perNetwork(RunOptions options, int networks) {
        return Math.max(1, options.threads() / Math.max(1, networks));
    }

    private StudyOutcome conclude(
            ResolvedPipeline pipeline,
            RunDirectory directory,
            StudyMetrics metrics,
            Provenance provenance,
            List<NetworkTask> tasks,
            List<String> failures) {
        directory.requireInPlace();
        Comparer comparer = new Comparer(comparisons, metrics, directory, failures);
        List<PlannedVariant> variants = pipeline.plan().variants();
        List<Conclusions> conclusions =
                comparer.seeds(
                        variants,
                        concluder.conclude(
                                finished(tasks, failures),
                                controls(variants),
                                metrics.profiles(),
                                StudyQuestions.primary(pipeline.spec())));
        Comparisons across = comparer.variants(variants, conclusions);
        MeasurementFiles.write(directory, pipeline.spec().name(), conclusions, across);
        StudyFile study =
                StudyFile.of(pipeline, metrics, keys(tasks, conclusions), conclusions, across);
        KeyedFolder.open(directory.root(), directory::requireInPlace)
                .write(
                        pipeline.canonical().sha256(),
                        Map.of(StudyFile.NAME, Json.contents(study.json())));
        StoredFindings findings = StoredFindings.of(study, directory.root(), conclusions);
        Path report =
                meters.stage(
                        "report",
                        () ->
                                new StudyReport(pipeline, provenance, failures, renderers)
                                        .write(directory, findings, conclusions, across));
        return new StudyOutcome(
                directory.root(),
                Optional.of(report),
                conclusions.stream()
                        .map(
                                each ->
                                        new StudyOutcome.VariantOutcome(
                                                each.variant(), each.verdict(), each.comparisons()))
                        .toList(),
                across,
                failures);
    }

    /** Return what the parameters of finished networks were made from, by variant and seed. */
    private static Map<String, Map<Long, String>> keys(
            List<NetworkTask> tasks, List<Conclusions> conclusions) {
        Map<String, Map<Long, String>> keys = new LinkedHashMap<>();
        for (Conclusions each : conclusions) {
            Map<Long, String> networks = new LinkedHashMap<>();
            tasks.stream()
                    .filter(task -> task.run().variant().name().equals(each.variant()))
                    .filter(task -> each.networks().containsKey(task.run().seed()))
                    .forEach(task -> networks.put(task.run().seed(), task.trajectory()));
            keys.put(each.variant(), networks);
        }
        return keys;
    }

    private static Set<String> controls(List<PlannedVariant> variants) {
        return variants.stream()
                .filter(each -> each.spec().role() == Role.CONTROL)
                .map(PlannedVariant::name)
                .collect(Collectors.toSet());
    }

    /** Read what was measured of the networks that are finished, by variant and seed. */
    private static Map<String, Map<Long, MeasuredNetwork>> finished(
            List<NetworkTask> tasks, List<String> failures) {
        Map<String, Map<Long, MeasuredNetwork>> variants = new LinkedHashMap<>();
        for (NetworkTask task : tasks) {
            Map<Long, MeasuredNetwork> networks =
                    variants.computeIfAbsent(
                            task.run().variant().name(), name -> new LinkedHashMap<>());
            try {
                task.results()
                        .ifPresent(
                                results -> {
                                    networks.put(task.run().seed(), results);
                                    failures.addAll(failed(task, results));
                                });
            } catch (DamagedFileException e) {
                failures.add(task.run().name() + ": " + e.getMessage());
            }
        }
        return variants;
    }

    /** A metric that failed in a network is told once, whatever the layers and the moments. */
    private static Set<String> failed(NetworkTask task, MeasuredNetwork results) {
        Set<String> lines = new LinkedHashSet<>();
        Stream.of(results.trained(), results.untrained())
                .flatMap(each -> each.failed().stream())
                .map(each -> (Failed) each.outcome())
                .forEach(
                        each ->
                                lines.add(
                                        "%s: %s; all else was measured"
                                                .formatted(task.run().name(), each.reason())));
        return lines;
    }
}
