package dev.ramify.core.study;

import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.findings.VariantFindings.Role;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.measure.StudyMetrics;
import dev.ramify.core.pipeline.PlannedVariant;
import dev.ramify.core.statistics.MetricFailedException;
import dev.ramify.core.statistics.NullBudget;
import dev.ramify.core.statistics.StudyEvaluator;
import dev.ramify.core.store.DamagedFileException;
import dev.ramify.core.store.NetworkFolder;
import dev.ramify.core.store.RecordingFile;
import dev.ramify.core.store.RunDirectory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Measures several networks together: the seeds of each variant, and all networks of the variants
 * that are studied for themselves. Not thread-safe.
 */
final class Comparer {

    /** Comparisons depend on the recordings alone, not on when or how often they are made. */
    private static final Seed SEED = new Seed(0).derive("comparisons");

    private final StudyEvaluator evaluator;
    private final StudyMetrics metrics;
    private final RunDirectory directory;
    private final List<String> failures;

    /**
     * @param failures receives what went wrong with a metric, one sentence each
     */
    Comparer(
            StudyEvaluator evaluator,
            StudyMetrics metrics,
            RunDirectory directory,
            List<String> failures) {
        this.evaluator = evaluator;
        this.metrics = metrics;
        this.directory = directory;
        this.failures = failures;
    }

    /** A network that was finished. */
    private record Finished(PlannedVariant variant, long seed) {}

    /**
     * Compare the seeds of each variant.
     *
     * @param conclusions of the variants, in their order
     * @return the same with comparisons; none for a variant with fewer than two networks
     */
    List<Conclusions> seeds(List<PlannedVariant> variants, List<Conclusions> conclusions) {
        List<Conclusions> compared = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            List<Finished> networks = finished(variants.get(i), conclusions.get(i));
            compared.add(
                    conclusions
                            .get(i)
                            .with(compare(networks, SEED.derive(variants.get(i).name()))));
        }
        return compared;
    }

    /** Compare all networks of the variants that are no controls, if there are several. */
    Comparisons variants(List<PlannedVariant> variants, List<Conclusions> conclusions) {
        List<Finished> networks = new ArrayList<>();
        for (int i = 0; i < conclusions.size(); i++) {
            if (variants.get(i).spec().role() == Role.STUDIED) {
                networks.addAll(finished(variants.get(i), conclusions.get(i)));
            }
        }
        boolean several = networks.stream().map(Finished::variant).distinct().count() > 1;
        return several ? compare(networks, SEED) : Comparisons.NONE;
    }

    private static List<Finished> finished(PlannedVariant variant, Conclusions conclusions) {
        return conclusions.networks().keySet().stream()
                .map(seed -> new Finished(variant, seed))
                .toList();
    }

    private Comparisons compare(List<Finished> networks, Seed seed) {
        if (networks.size() < 2 || metrics.comparisons().isEmpty()) {
            return Comparisons.NONE;
        }
        return new Comparisons(
                measure(networks, NetworkFolder::recording, seed),
                measure(networks, NetworkFolder::untrainedRecording, seed));
    }

    private List<Measurement> measure(
            List<Finished> networks, Function<NetworkFolder, Path> file, Seed seed) {
        Map<Finished, Recording> recordings = read(networks, file);
        List<Measurement> measurements = new ArrayList<>();
        if (recordings.size() < 2) {
            return measurements;
        }
        for (StudyMetrics.Comparison comparison : metrics.comparisons()) {
            for (String layer : commonLayers(recordings)) {
                if (comparison.spec().measures(layer)) {
                    measurements.addAll(measure(comparison, input(layer, recordings, seed)));
                }
            }
        }
        return measurements;
    }

    /** Read recordings; a network whose recording is damaged is left out, and it is said once. */
    private Map<Finished, Recording> read(
            List<Finished> networks, Function<NetworkFolder, Path> file) {
        Map<Finished, Recording> recordings = new LinkedHashMap<>();
        for (Finished each : networks) {
            NetworkFolder folder = directory.network(each.variant().name(), each.seed());
            try {
                recordings.put(each, RecordingFile.read(file.apply(folder)));
            } catch (DamagedFileException e) {
                String line = "left out of comparisons: " + e.getMessage();
                if (!failures.contains(line)) {
                    failures.add(line);
                }
            }
        }
        return recordings;
    }

    private List<Measurement> measure(StudyMetrics.Comparison comparison, StudyInput input) {
        try {
            NullBudget budget = NullBudget.of(comparison.spec().permutations());
            return evaluator.evaluate(comparison.metric(), input, budget);
        } catch (MetricFailedException e) {
            failures.add(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static Set<String> commonLayers(Map<Finished, Recording> recordings) {
        Set<String> layers = new LinkedHashSet<>();
        recordings
                .values()
                .forEach(each -> each.layers().forEach(layer -> layers.add(layer.layer())));
        layers.removeIf(
                layer ->
                        recordings.values().stream().anyMatch(each -> each.layer(layer).isEmpty()));
        return layers;
    }

    private static StudyInput input(String layer, Map<Finished, Recording> recordings, Seed seed) {
        List<StudyInput.Network> networks = new ArrayList<>();
        recordings.forEach(
                (each, recording) ->
                        networks.add(
                                new StudyInput.Network(
                                        each.variant().name(),
                                        dataset(each.variant()),
                                        each.seed(),
                                        new MetricInput(
                                                recording,
                                                recording.layer(layer).orElseThrow(),
                                                new Seed(each.seed()).derive("metrics")))));
        return new StudyInput(layer, networks, seed);
    }

    private static String dataset(PlannedVariant variant) {
        return variant.dataset().provider().id() + " " + variant.dataset().provider().options();
    }
}
