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
import dev.ramify.api.option.NoOptions;
import dev.ramify.api.recording.ExpertRouting;
import java.util.Set;

/**
 * Describes how much of what a router chooses at the final checkpoint it chooses already: the mean
 * over samples of {@code |S and S_final| / |S_final|} (router saturation, Muennighoff and others
 * 2024, arXiv 2409.02060).
 */
public final class ExpertSaturation implements SpecializationMetric<NoOptions> {

    @Override
    public String id() {
        return "expert-saturation";
    }

    @Override
    public String summary() {
        return "How much of the final choice of experts is chosen already";
    }

    @Override
    public Class<NoOptions> options() {
        return NoOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.EXPERTS),
                NullModel.NONE,
                Tail.GREATER,
                "[0, 1]; chance is k / experts where all are used alike",
                "",
                "Experts of a high load are in every set: compare with the chance by loads beside it.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, NoOptions options) {
        ExpertRouting routing = input.layer().experts().orElseThrow();
        return new PreparedSaturation(
                Overlaps.of(
                        routing.choices()
                                .orElseThrow(
                                        () ->
                                                new UndefinedMetricException(
                                                        "choices sample by sample are needed, not counts")),
                        routing.finalChoices()
                                .orElseThrow(
                                        () ->
                                                new UndefinedMetricException(
                                                        "the choices of a final checkpoint are not known")),
                        input.recording().groups().orElse(null)));
    }
}
