package dev.ramify.core.measure;

import dev.ramify.api.findings.Verdict;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.random.Seed;
import dev.ramify.core.measure.ArrayResults.Unmeasured;
import dev.ramify.core.statistics.Inference;
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
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Measures a recording of one network, and says what follows. Metrics, nulls, corrections and words
 * are those of a study of one seed; with the seed of a network of a study, so are the values.
 * Thread-safe.
 */
public final class ArrayMeasurer {

    private final RecordingMeasurer measurer;
    private final Inference inference;

    @Inject
    public ArrayMeasurer(RecordingMeasurer measurer, Inference inference) {
        this.measurer = measurer;
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
            MeasuredArrays network,
            List<MetricChoice> choices,
            long seed,
            Listener listener) {
        List<Measurement> measurements = new ArrayList<>();
        List<NullDraws> nulls = new ArrayList<>();
        List<Unmeasured> unmeasured = new ArrayList<>();
        int steps = choices.size() * network.recording().layers().size();
        AtomicInteger step = new AtomicInteger();
        for (MetricChoice choice : choices) {
            String metric = choice.metric().name();
            NetworkMeasurements measured =
                    measurer.measure(
                            choice,
                            network,
                            new Seed(seed),
                            layer ->
                                    listener.progress(
                                            (double) step.getAndIncrement() / steps,
                                            metric + ", " + layer));
            measurements.addAll(measured.measurements());
            nulls.addAll(measured.nulls());
            commonReason(measured.measurements())
                    .ifPresent(reason -> unmeasured.add(new Unmeasured(metric, reason)));
        }
        return new ArrayResults(
                measurements, unmeasured, verdict(name, seed, measurements, nulls, choices));
    }

    /** Say why a metric has no value at all, if that is so: what holds for most layers. */
    private static Optional<String> commonReason(List<Measurement> measurements) {
        Map<String, Integer> layers = new LinkedHashMap<>();
        for (Measurement each : measurements) {
            if (!(each.outcome() instanceof Undefined undefined)) {
                return Optional.empty();
            }
            layers.merge(undefined.reason(), 1, Integer::sum);
        }
        return layers.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /**
     * Speak of what was measured. Why a metric was not is told apart, except for a layer of which
     * nothing else can be said.
     */
    private Verdict verdict(
            String name,
            long seed,
            List<Measurement> measurements,
            List<NullDraws> nulls,
            List<MetricChoice> choices) {
        Map<String, MetricProfile> profiles = new LinkedHashMap<>();
        choices.forEach(each -> profiles.put(each.metric().name(), each.metric().profile()));
        Set<String> tested =
                measurements.stream()
                        .filter(each -> each.defined().isPresent())
                        .filter(each -> isInferential(each, profiles))
                        .map(Measurement::layer)
                        .collect(Collectors.toSet());
        List<Measurement> told =
                measurements.stream()
                        .filter(
                                each ->
                                        each.defined().isPresent()
                                                || !tested.contains(each.layer()))
                        .toList();
        NetworkEvidence network = new NetworkEvidence(seed, told, nulls, List.of());
        return inference
                .conclude(
                        List.of(new VariantEvidence(name, false, List.of(network))),
                        profiles,
                        Primary.ALL)
                .get(0)
                .verdict();
    }

    private static boolean isInferential(
            Measurement measurement, Map<String, MetricProfile> profiles) {
        MetricProfile profile = profiles.get(measurement.metric());
        return profile != null && profile.kind() == Kind.INFERENTIAL;
    }
}
