package dev.ramify.plugins.metrics.family;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import java.util.Optional;
import java.util.Set;

/**
 * Measures how far the mix of families in a branch is from that of the layer: the Kullback-Leibler
 * divergence {@code sum_f p(f|b) log2 (p(f|b) / p(f))}, in bits.
 *
 * <p>A branch of {@code n} of {@code N} units cannot exceed {@code log2(N / n)}, and the smaller it
 * is the more it diverges by chance. The effect is corrected for both: {@code (KL - E KL) / (log2(N
 * / n) - E KL)}. Without that, "small branches specialize more" (Voss et al., "Branch
 * Specialization", Distill 2021) is in part arithmetic.
 */
public final class BranchDivergence implements SpecializationMetric<FamilyOptions> {

    @Override
    public String id() {
        return "branch-divergence";
    }

    @Override
    public String summary() {
        return "Divergence of the mix of families in each branch from that of the layer";
    }

    @Override
    public Class<FamilyOptions> options() {
        return FamilyOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.INFERENTIAL,
                Set.of(Need.BRANCHES),
                NullModel.UNIT_PERMUTATION,
                Tail.GREATER,
                "[0, log2(units of the layer / units of the branch)], over units with a family",
                "bit",
                "Small branches diverge more by chance and can reach more, so compare effects and "
                        + "not values. A branch in which few units have a family is judged by those "
                        + "few.");
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, FamilyOptions options) {
        return options.obstacle(outlook);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, FamilyOptions options) {
        return new PreparedBranchDivergence(
                FamilyCounts.of(input, options), input.layer().assignment().branches());
    }
}
