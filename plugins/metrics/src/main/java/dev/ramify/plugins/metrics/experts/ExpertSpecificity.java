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
 * Measures of each expert how much its use is confined to few domains: {@code 1 - H(p) / log C},
 * where {@code p} is how its mean share over the groups of each of C domains is divided between
 * them.
 */
public final class ExpertSpecificity implements SpecializationMetric<TopOptions> {

    @Override
    public String id() {
        return "expert-specificity";
    }

    @Override
    public String summary() {
        return "How much the use of each expert is confined to few domains";
    }

    @Override
    public Class<TopOptions> options() {
        return TopOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.INFERENTIAL,
                Set.of(Need.EXPERTS),
                NullModel.GROUP_PERMUTATION,
                Tail.GREATER,
                "[0, 1]",
                "",
                "Documents have tastes of their own, so that with few documents a domain a high value "
                        + "is common without any domain in it: no threshold is a test, p is. An "
                        + "expert that is hardly used has a high value by accident.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, TopOptions options) {
        GroupCounts counts = GroupCounts.ofExperts(input, options.top());
        return new PreparedSpecificity(
                counts, counts.shares(), input.layer().assignment().branches());
    }
}
