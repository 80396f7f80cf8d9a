package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import java.util.Set;

/**
 * Describes how evenly experts are used: the number of experts that an even use would have with the
 * same entropy, over all experts, {@code exp(H) / E}. Beside it MaxVio, the greatest load over the
 * mean load less 1 (Wang and others 2024, arXiv 2408.15664), the squared coefficient of variation,
 * {@code H / log E}, and the share of experts that were never chosen.
 */
public final class ExpertLoad implements SpecializationMetric<TopOptions> {

    @Override
    public String id() {
        return "expert-load";
    }

    @Override
    public String summary() {
        return "How evenly experts are used";
    }

    @Override
    public Class<TopOptions> options() {
        return TopOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.EXPERTS),
                NullModel.NONE,
                Tail.TWO_SIDED,
                "[1 / experts, 1]; [0, experts - 1] for max-violation and cv2; [0, 1] for dead and"
                        + " entropy",
                "",
                "Silent on specialization: a router can use all experts evenly and mean nothing by it.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, TopOptions options) {
        return new PreparedLoad(
                GroupCounts.ofExperts(input, options.top()).totals(),
                input.layer().assignment().branches());
    }
}
