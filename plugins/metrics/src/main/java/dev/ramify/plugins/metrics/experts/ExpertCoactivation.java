package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.option.NoOptions;
import java.util.Set;

/**
 * Describes which experts are chosen together: {@code N_ij / N_i}, the share of the samples of an
 * expert that another one has too, over all pairs of the set of each sample whatever their ranks.
 * The value is the mean over experts of the share of their closest partner.
 */
public final class ExpertCoactivation implements SpecializationMetric<NoOptions> {

    @Override
    public String id() {
        return "expert-coactivation";
    }

    @Override
    public String summary() {
        return "Which experts are chosen together for a sample";
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
                "[0, 1]; chance is (k - 1) / (experts - 1) for one pair of k chosen",
                "",
                "The closest of many partners is above chance by choice, and an expert of a high load "
                        + "is everybody's partner: see the lift. What pairs tell of domains has a test: "
                        + "expert-domains with of: pairs.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, NoOptions options) {
        return new PreparedCoactivation(
                Coactivations.of(input.layer().experts().orElseThrow().use()),
                input.layer().assignment().branches());
    }
}
