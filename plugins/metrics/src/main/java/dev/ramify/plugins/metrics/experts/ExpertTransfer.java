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
 * Measures whether the experts that a domain uses most on other groups are those of a group that
 * was held out: for each group, sets of experts are chosen on all others, and it is a hit if the
 * set of its own domain has the greatest share of its choices. The value is the mean over domains
 * of the rate of hits.
 */
public final class ExpertTransfer implements SpecializationMetric<TransferOptions> {

    /** Each draw chooses sets anew for every group. */
    private static final int AFFORDABLE = 999;

    @Override
    public String id() {
        return "expert-transfer";
    }

    @Override
    public String summary() {
        return "How often the experts of a domain, chosen on other groups, are those of a held-out one";
    }

    @Override
    public Class<TransferOptions> options() {
        return TransferOptions.class;
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
                        "Chance is one in the number of domains only where their sets cover equally "
                                + "much: experts that all domains use are in all sets. The null knows.")
                .affording(AFFORDABLE);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, TransferOptions options) {
        return new PreparedTransfer(GroupCounts.ofExperts(input, options.top()), options.part());
    }
}
