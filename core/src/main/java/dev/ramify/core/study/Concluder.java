package dev.ramify.core.study;

import dev.ramify.api.findings.Comparisons;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.core.measure.MeasuredNetwork;
import dev.ramify.core.statistics.Conclusion;
import dev.ramify.core.statistics.Inference;
import dev.ramify.core.statistics.NetworkEvidence;
import dev.ramify.core.statistics.Primary;
import dev.ramify.core.statistics.VariantEvidence;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Hands what was measured of networks to inference. Thread-safe. */
final class Concluder {

    private final Inference inference;

    @Inject
    Concluder(Inference inference) {
        this.inference = inference;
    }

    /**
     * Conclude for every variant, given what was measured of its networks by seed.
     *
     * @param controls names of the variants that are there for comparison
     * @param profiles of the metrics, by name
     * @param primary the questions that the study is made for
     */
    List<Conclusions> conclude(
            Map<String, Map<Long, MeasuredNetwork>> variants,
            Set<String> controls,
            Map<String, MetricProfile> profiles,
            Primary primary) {
        List<VariantEvidence> evidence = new ArrayList<>();
        variants.forEach(
                (name, networks) ->
                        evidence.add(
                                new VariantEvidence(
                                        name, controls.contains(name), networks(networks))));
        List<Conclusions> conclusions = new ArrayList<>();
        for (Conclusion each : inference.conclude(evidence, profiles, primary)) {
            conclusions.add(
                    new Conclusions(
                            each.name(),
                            Objects.requireNonNull(variants.get(each.name())),
                            each.trained(),
                            each.untrained(),
                            Comparisons.NONE,
                            each.verdict()));
        }
        return conclusions;
    }

    private static List<NetworkEvidence> networks(Map<Long, MeasuredNetwork> networks) {
        List<NetworkEvidence> evidence = new ArrayList<>();
        networks.forEach(
                (seed, results) ->
                        evidence.add(
                                new NetworkEvidence(
                                        seed,
                                        results.trained().measurements(),
                                        results.trained().nulls(),
                                        results.untrained().nulls())));
        return evidence;
    }
}
