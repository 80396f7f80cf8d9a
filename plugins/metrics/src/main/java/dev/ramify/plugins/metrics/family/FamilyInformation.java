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
 * Measures how much the family of a unit tells about its branch: their mutual information in bits,
 * over the units that have a family. Its ceiling is the entropy of the branch.
 *
 * <p>Other indices of association can be had under the same null for comparison with other work.
 * They are descriptive: adjusted Rand reads .02 where the information is 16 standard deviations
 * beyond chance (InceptionV1, mixed3a).
 */
public final class FamilyInformation implements SpecializationMetric<InformationOptions> {

    @Override
    public String id() {
        return "family-information";
    }

    @Override
    public String summary() {
        return "Mutual information of the family of a unit and its branch";
    }

    @Override
    public Class<InformationOptions> options() {
        return InformationOptions.class;
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
    public MetricProfile profile(InformationOptions options) {
        return switch (options.index()) {
            case INFORMATION -> profile();
            case CRAMERS_V ->
                    profile()
                            .describing(
                                    "[0, 1]",
                                    "",
                                    "What is below its bias reads 0, so that it tells small "
                                            + "specialization from none less well than information.");
            case ADJUSTED_RAND ->
                    profile()
                            .describing(
                                    "at most 1: 0 by chance, 1 where families are branches",
                                    "",
                                    "With many more families than branches it is next to 0 however "
                                            + "strong the specialization, since units of a branch "
                                            + "are then of many families. Read z, not the value.");
        };
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, InformationOptions options) {
        return options.ofFamilies().obstacle(outlook);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, InformationOptions options) {
        FamilyCounts counts = FamilyCounts.of(input, options.ofFamilies());
        return new PreparedFamilyInformation(counts, options.index().of(counts));
    }
}
