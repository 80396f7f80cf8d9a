package dev.ramify.core.study;

import dev.ramify.api.metric.Summary;
import dev.ramify.api.random.Seed;
import dev.ramify.core.statistics.NullDraws;
import dev.ramify.core.statistics.SeedSummaries;
import dev.ramify.core.statistics.StudyCorrection;
import dev.ramify.core.statistics.VariantEvidence;
import dev.ramify.core.statistics.VerdictWriter;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Summarizes networks over seeds, corrects over the study, and says what follows. Thread-safe. */
final class Concluder {

    /** Conclusions depend on the measurements alone, not on when or how often they are drawn. */
    private static final Seed SEED = new Seed(0).derive("summaries");

    private final SeedSummaries summaries;
    private final StudyCorrection correction;
    private final VerdictWriter verdicts;

    @Inject
    Concluder(SeedSummaries summaries, StudyCorrection correction, VerdictWriter verdicts) {
        this.summaries = summaries;
        this.correction = correction;
        this.verdicts = verdicts;
    }

    /** Conclude for every variant, given what was measured of its networks by seed. */
    List<Conclusions> conclude(
            Map<String, Map<Long, NetworkResultsFile.Both>> variants, StudyMetrics metrics) {
        List<List<Summary>> trained = adjusted(variants, NetworkResultsFile.Both::trained, metrics);
        List<List<Summary>> untrained =
                adjusted(variants, NetworkResultsFile.Both::untrained, metrics);
        List<Conclusions> conclusions = new ArrayList<>();
        for (Map.Entry<String, Map<Long, NetworkResultsFile.Both>> variant : variants.entrySet()) {
            int at = conclusions.size();
            conclusions.add(
                    new Conclusions(
                            variant.getKey(),
                            variant.getValue(),
                            trained.get(at),
                            untrained.get(at),
                            verdict(
                                    evidence(
                                            variant.getValue(),
                                            trained.get(at),
                                            untrained.get(at),
                                            metrics))));
        }
        return conclusions;
    }

    private List<List<Summary>> adjusted(
            Map<String, Map<Long, NetworkResultsFile.Both>> variants,
            Function<NetworkResultsFile.Both, NetworkResults> moment,
            StudyMetrics metrics) {
        List<List<Summary>> all = new ArrayList<>();
        variants.forEach(
                (name, networks) -> {
                    List<List<NullDraws>> nulls =
                            networks.values().stream()
                                    .map(moment)
                                    .map(NetworkResults::nulls)
                                    .toList();
                    all.add(summaries.summarize(nulls, SEED.derive(name)));
                });
        return correction.adjust(all, metrics.profiles());
    }

    private List<String> verdict(VariantEvidence evidence) {
        return evidence.networks().isEmpty()
                ? List.of("no network was finished, so nothing can be said")
                : verdicts.write(evidence);
    }

    private static VariantEvidence evidence(
            Map<Long, NetworkResultsFile.Both> networks,
            List<Summary> trained,
            List<Summary> untrained,
            StudyMetrics metrics) {
        return new VariantEvidence(
                trained,
                untrained,
                networks.entrySet().stream()
                        .map(
                                network ->
                                        new VariantEvidence.Network(
                                                network.getKey(),
                                                network.getValue().trained().measurements()))
                        .toList(),
                metrics.profiles());
    }
}
