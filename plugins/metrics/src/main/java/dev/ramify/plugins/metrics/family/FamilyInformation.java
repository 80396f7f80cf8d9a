package dev.ramify.plugins.metrics.family;

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
 * Measures how much the family of a unit tells about its branch: their mutual information in bits,
 * over the units that have a family. Its ceiling is the entropy of the branch.
 */
public final class FamilyInformation implements SpecializationMetric<FamilyOptions> {

    @Override
    public String id() {
        return "family-information";
    }

    @Override
    public String summary() {
        return "Mutual information of the family of a unit and its branch";
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
                "[0, log2(branches)]",
                "bit",
                "Many small families give information by chance alone, so read it beside its null. "
                        + "Units without a confirmed preference are left out: a layer of which few "
                        + "units have a family can reach a high value on those few.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, FamilyOptions options) {
        return new PreparedFamilyInformation(FamilyCounts.of(input, options));
    }
}
