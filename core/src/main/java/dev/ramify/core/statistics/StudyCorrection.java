package dev.ramify.core.statistics;

import dev.ramify.api.metric.ChanceTest;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.metric.TrainingTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Corrects the p values of a study over its questions: a question is an inferential metric in a
 * layer of a variant. Whether training does it and whether these networks have it are two families.
 *
 * <p>Confirmatory questions are corrected by {@link ClosedHolm}, for a verdict is a single claim
 * that must not be one of a tolerated share of false ones; exploratory ones by {@link
 * BenjaminiYekutieli}. Neither assumes how metrics, layers and variants depend on each other.
 * Descriptive metrics carry no claim and do not enter. Thread-safe.
 */
public final class StudyCorrection {

    @Inject
    public StudyCorrection() {}

    /**
     * Correct together all summaries of some variants.
     *
     * @param variants the summaries of each variant, corrected over the subjects of each question
     * @param profiles the profile of every metric, by the name that summaries call it
     * @return the same summaries in the same order, corrected over the questions
     */
    public List<List<Summary>> adjust(
            List<List<Summary>> variants, Map<String, MetricProfile> profiles, Primary primary) {
        List<Entry> entries = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            for (Summary each : variants.get(v)) {
                entries.add(new Entry(v, each));
            }
        }
        Map<Entry, Double> chance =
                corrected(entries, profiles, primary, each -> ClaimRule.within(each.chance()));
        Map<Entry, Double> training =
                corrected(entries, profiles, primary, each -> ClaimRule.within(each.training()));
        List<List<Summary>> result = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            int variant = v;
            result.add(
                    variants.get(v).stream()
                            .map(each -> new Entry(variant, each))
                            .map(each -> adjusted(each, chance.get(each), training.get(each)))
                            .toList());
        }
        return result;
    }

    private static Map<Entry, Double> corrected(
            List<Entry> entries,
            Map<String, MetricProfile> profiles,
            Primary primary,
            ToDoubleFunction<Summary> p) {
        Map<Question, List<Entry>> confirmatory = new LinkedHashMap<>();
        Map<Question, List<Entry>> exploratory = new LinkedHashMap<>();
        for (Entry each : entries) {
            Summary summary = each.summary();
            if (ClaimRule.isInferential(summary, profiles)
                    && Double.isFinite(p.applyAsDouble(summary))) {
                (primary.contains(summary.metric(), summary.layer()) ? confirmatory : exploratory)
                        .computeIfAbsent(Question.of(each), question -> new ArrayList<>())
                        .add(each);
            }
        }
        Map<Entry, Double> corrected = new LinkedHashMap<>();
        put(confirmatory, ClosedHolm.adjust(values(confirmatory, p)), corrected);
        put(exploratory, BenjaminiYekutieli.adjust(values(exploratory, p)), corrected);
        return corrected;
    }

    private static List<double[]> values(
            Map<Question, List<Entry>> questions, ToDoubleFunction<Summary> p) {
        return questions.values().stream()
                .map(
                        question ->
                                question.stream()
                                        .mapToDouble(each -> p.applyAsDouble(each.summary()))
                                        .toArray())
                .toList();
    }

    private static void put(
            Map<Question, List<Entry>> questions,
            List<double[]> adjusted,
            Map<Entry, Double> into) {
        int q = 0;
        for (List<Entry> question : questions.values()) {
            for (int i = 0; i < question.size(); i++) {
                into.put(question.get(i), adjusted.get(q)[i]);
            }
            q++;
        }
    }

    private static Summary adjusted(
            Entry entry, @Nullable Double chance, @Nullable Double training) {
        ChanceTest networks = entry.summary().chance();
        TrainingTest trained = entry.summary().training();
        return entry.summary()
                .with(
                        networks == null ? null : networks.withAdjusted(chance),
                        trained == null ? null : trained.withAdjusted(training));
    }

    private record Entry(int variant, Summary summary) {}

    private record Question(int variant, String metric, String layer) {

        static Question of(Entry entry) {
            return new Question(entry.variant(), entry.summary().metric(), entry.summary().layer());
        }
    }
}
