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
 * Measures what the experts that a router chooses tell of the domain: {@code U = I(expert; domain)
 * / H(domain)}, every domain counting the same. Groups of samples change domains under the null.
 */
public final class ExpertDomains implements SpecializationMetric<DomainOptions> {

    @Override
    public String id() {
        return "expert-domains";
    }

    @Override
    public String summary() {
        return "Information of chosen experts about the domain, over that of the domain";
    }

    @Override
    public Class<DomainOptions> options() {
        return DomainOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.INFERENTIAL,
                Set.of(Need.EXPERTS),
                NullModel.GROUP_PERMUTATION,
                Tail.GREATER,
                "[0, 1]; bit for information and divergence",
                "",
                "Domains that differ in their words alone are told apart by a router that follows "
                        + "words. Totals of domains have no p: the group (document) is the replicate.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, DomainOptions options) {
        return new PreparedDomains(
                options.of() == ExpertUnit.PAIRS
                        ? GroupCounts.ofPairs(input)
                        : GroupCounts.ofExperts(input, options.top()),
                options.of());
    }
}
