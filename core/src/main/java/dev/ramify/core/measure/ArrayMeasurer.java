package dev.ramify.core.measure;

import dev.ramify.api.findings.Verdict;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.measure.ArrayResults.Unmeasured;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.Evaluation;
import dev.ramify.core.statistics.Inference;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.core.statistics.NetworkEvidence;
import dev.ramify.core.statistics.NullDraws;
import dev.ramify.core.statistics.Primary;
import dev.ramify.core.statistics.VariantEvidence;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures a recording of one network, and says what follows. Metrics, nulls, corrections and words
 * are those of a study of one seed; with the seed of a network of a study, so are the values.
 * Thread-safe.
 */
public final class ArrayMeasurer {

    private final MetricEvaluator evaluator;
    private final Inference inference;

    @Inject
    public ArrayMeasurer(MetricEvaluator evaluator, Inference inference) {
        this.evaluator = evaluator;
        this.inference = inference;
    }

    /** Hears how far the work is. */
    @FunctionalInterface
    public interface Listener {

        /**
         * Hear of a step.
         *
         * @param done part that is done, in [0, 1]
         * @param status what is measured next
         */
        void progress(double done, String status);
    }

    /**
     * Measure every layer by every metric.
     *
     * @param name how the verdict calls the recording
     * @param seed all randomness comes from it
     */
    public ArrayResults measure(
            String name,
            Recording recording,
            List<MetricChoice> choices,
            long seed,
            Listener listener) {
        List<Measurement> measurements = new ArrayList<>();
        List<NullDraws> nulls = new ArrayList<>();
        List<Unmeasured> unmeasured = new ArrayList<>();
        int steps = choices.size() * recording.layers().size();
        int step = 0;
        for (MetricChoice choice : choices) {
            String metric = choice.metric().name();
            List<Evaluation> evaluations = new ArrayList<>();
            for (LayerRecording layer : recording.layers()) {
                listener.progress((double) step++ / steps, metric + ", " + layer.layer());
                if (choice.measures(layer.layer())) {
                    evaluations.add(evaluate(choice, recording, layer, seed));
                }
            }
            for (Evaluation each : evaluations) {
                measurements.addAll(each.measurements());
                nulls.addAll(each.nulls());
            }
            commonReason(evaluations)
                    .ifPresent(reason -> unmeasured.add(new Unmeasured(metric, reason)));
        }
        return new ArrayResults(
                measurements, unmeasured, verdict(name, seed, measurements, nulls, choices));
    }

    /** Finished work is kept where one metric needs more memory than there is. */
    private Evaluation evaluate(
            MetricChoice choice, Recording recording, LayerRecording layer, long seed) {
        try {
            return evaluator.evaluate(
                    choice.metric(),
                    new MetricInput(recording, layer, new Seed(seed).derive("metrics")),
                    BranchKinds.allAlike(),
                    choice.permutations());
        } catch (OutOfMemoryError e) {
            return new Evaluation(
                    List.of(
                            new Measurement(
                                    choice.metric().name(),
                                    layer.layer(),
                                    Subject.layer(),
                                    new Undefined(
                                            "memory ran out at %d units and %d samples; give more with RAMIFY_OPTS=-Xmx8g"
                                                    .formatted(
                                                            layer.assignment().units(),
                                                            layer.activations().samples())))),
                    List.of(),
                    List.of());
        }
    }

    /** Say why a metric has no value at all, if that is so: what holds for most layers. */
    private static Optional<String> commonReason(List<Evaluation> evaluations) {
        Map<String, Integer> layers = new LinkedHashMap<>();
        for (Evaluation evaluation : evaluations) {
            for (Measurement each : evaluation.measurements()) {
                if (!(each.outcome() instanceof Undefined undefined)) {
                    return Optional.empty();
                }
                layers.merge(undefined.reason(), 1, Integer::sum);
            }
        }
        return layers.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Speak of what was measured; the reasons of what was not are told apart. */
    private Verdict verdict(
            String name,
            long seed,
            List<Measurement> measurements,
            List<NullDraws> nulls,
            List<MetricChoice> choices) {
        Map<String, MetricProfile> profiles = new LinkedHashMap<>();
        choices.forEach(each -> profiles.put(each.metric().name(), each.metric().profile()));
        List<Measurement> defined =
                measurements.stream().filter(each -> each.defined().isPresent()).toList();
        NetworkEvidence network = new NetworkEvidence(seed, defined, nulls, List.of());
        return inference
                .conclude(
                        List.of(new VariantEvidence(name, false, List.of(network))),
                        profiles,
                        Primary.ALL)
                .get(0)
                .verdict();
    }
}
