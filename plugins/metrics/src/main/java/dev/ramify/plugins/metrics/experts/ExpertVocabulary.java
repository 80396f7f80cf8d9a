package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import java.util.Set;

/**
 * Describes how much a router follows the word: for each vocabulary id the share of its samples
 * that go to its own top expert, averaged over ids (vocabulary specialization, Muennighoff and
 * others 2024, arXiv 2409.02060). An id that was seen once has a share of 1 whatever the router, so
 * that ids need several samples, and a floor is simulated: the same with ids dealt anew to all
 * samples.
 */
public final class ExpertVocabulary implements SpecializationMetric<VocabularyOptions> {

    @Override
    public String id() {
        return "expert-vocabulary";
    }

    @Override
    public String summary() {
        return "What share of a word's samples goes to its own top expert";
    }

    @Override
    public Class<VocabularyOptions> options() {
        return VocabularyOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.EXPERTS),
                NullModel.NONE,
                Tail.GREATER,
                "[top / experts, 1]",
                "",
                "Far above 0 for a router that tosses coins: only what is above the floor beside it tells "
                        + "of words. Samples are not independent, so there is no p.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, VocabularyOptions options) {
        int[] ids = input.recording().tokens();
        if (ids.length == 0) {
            throw new UndefinedMetricException("the vocabulary ids of the samples are not known");
        }
        Vocabulary vocabulary =
                new Vocabulary(
                        input.layer()
                                .experts()
                                .orElseThrow()
                                .choices()
                                .orElseThrow(
                                        () ->
                                                new UndefinedMetricException(
                                                        "choices sample by sample are needed, not counts")),
                        options.top());
        return PreparedVocabulary.of(
                vocabulary, ids, options, input.seed().derive("vocabulary").generator());
    }
}
