package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.Summary;
import dev.ramify.api.random.Seed;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Draws the conclusions of a study, or of a single recording: summarizes over seeds, corrects over
 * questions, and decides what may be said. The one place where this is done. A pure function of its
 * arguments; thread-safe.
 */
public final class Inference {

    /** Conclusions depend on the measurements alone, not on when or how often they are drawn. */
    private static final Seed SEED = new Seed(0).derive("summaries");

    private final SeedSummaries summaries;
    private final StudyCorrection correction;

    @Inject
    public Inference(SeedSummaries summaries, StudyCorrection correction) {
        this.summaries = summaries;
        this.correction = correction;
    }

    /**
     * Conclude for every variant.
     *
     * @param profiles the profile of every metric of single networks, by the name of its values
     * @param primary the questions that the study is made for
     * @return one conclusion per variant, in their order
     */
    public List<Conclusion> conclude(
            List<VariantEvidence> variants, Map<String, MetricProfile> profiles, Primary primary) {
        List<List<Summary>> trained = new ArrayList<>();
        List<List<Summary>> untrained = new ArrayList<>();
        for (VariantEvidence variant : variants) {
            List<List<NullDraws>> after =
                    variant.networks().stream().map(NetworkEvidence::trained).toList();
            List<List<NullDraws>> before =
                    variant.networks().stream().map(NetworkEvidence::untrained).toList();
            Seed seed = SEED.derive(variant.name());
            trained.add(summaries.summarize(after, before, seed));
            untrained.add(summaries.summarize(before, List.of(), seed));
        }
        List<List<Summary>> after = adjusted(variants, trained, profiles, primary);
        List<List<Summary>> before = adjusted(variants, untrained, profiles, primary);
        VerdictMaker maker =
                new VerdictMaker(profiles, primary, reach(variants, trained, profiles, primary));
        List<Conclusion> conclusions = new ArrayList<>();
        for (int v = 0; v < variants.size(); v++) {
            VariantEvidence variant = variants.get(v);
            conclusions.add(
                    new Conclusion(
                            variant.name(),
                            after.get(v),
                            before.get(v),
                            maker.verdict(variant, after.get(v), before.get(v))));
        }
        return conclusions;
    }

    /** What is studied and what is there for comparison are corrected apart. */
    private List<List<Summary>> adjusted(
            List<VariantEvidence> variants,
            List<List<Summary>> summarized,
            Map<String, MetricProfile> profiles,
            Primary primary) {
        List<List<Summary>> result = new ArrayList<>(summarized);
        for (Predicate<VariantEvidence> family :
                List.<Predicate<VariantEvidence>>of(
                        VariantEvidence::control, variant -> !variant.control())) {
            List<Integer> members = new ArrayList<>();
            for (int v = 0; v < variants.size(); v++) {
                if (family.test(variants.get(v))) {
                    members.add(v);
                }
            }
            List<List<Summary>> adjusted =
                    correction.adjust(
                            members.stream().map(summarized::get).toList(), profiles, primary);
            for (int i = 0; i < members.size(); i++) {
                result.set(members.get(i), adjusted.get(i));
            }
        }
        return result;
    }

    /**
     * Count the questions about training that are asked of what is studied, or else of controls.
     */
    private static int reach(
            List<VariantEvidence> variants,
            List<List<Summary>> trained,
            Map<String, MetricProfile> profiles,
            Primary primary) {
        boolean studied = variants.stream().anyMatch(variant -> !variant.control());
        int questions = 0;
        for (int v = 0; v < variants.size(); v++) {
            if (variants.get(v).control() == studied) {
                continue;
            }
            questions +=
                    (int)
                            trained.get(v).stream()
                                    .filter(each -> each.training() != null)
                                    .filter(each -> ClaimRule.isInferential(each, profiles))
                                    .filter(each -> primary.contains(each.metric(), each.layer()))
                                    .map(each -> List.of(each.metric(), each.layer()))
                                    .distinct()
                                    .count();
        }
        return questions;
    }
}
