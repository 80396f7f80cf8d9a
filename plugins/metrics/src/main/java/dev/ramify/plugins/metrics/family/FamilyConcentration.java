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
 * Counts the units of each family in each branch: the analysis behind "all nine black-and-white
 * versus colour units are in the 5x5 branch" (Voss et al., "Branch Specialization", Distill 2021).
 *
 * <p>Over the units that have a family, the count of a family of {@code m} in a branch of {@code n}
 * of {@code N} units is hypergeometric under the null, so p is exact. The bounds of that article
 * are those of the binomial distribution, which can be described beside it.
 */
public final class FamilyConcentration implements SpecializationMetric<ConcentrationOptions> {

    @Override
    public String id() {
        return "family-concentration";
    }

    @Override
    public String summary() {
        return "Number of units of each family in each branch";
    }

    @Override
    public Class<ConcentrationOptions> options() {
        return ConcentrationOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.INFERENTIAL,
                Set.of(Need.BRANCHES),
                NullModel.UNIT_PERMUTATION,
                Tail.GREATER,
                "[0, min(units of the branch, units of the family)]",
                "units",
                "Many families and branches are tried, so read the corrected p. Units that copy "
                        + "each other, such as one feature at several orientations, are not "
                        + "independent pieces of evidence. Branches with other kernels can be "
                        + "suited to a family before any learning.");
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, ConcentrationOptions options) {
        return options.ofFamilies().obstacle(outlook);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, ConcentrationOptions options) {
        return new PreparedFamilyConcentration(
                FamilyCounts.of(input, options.ofFamilies()),
                input.layer().assignment(),
                options.binomial());
    }
}
