package dev.ramify.plugins.metrics.weights;

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
 * Looks for a division into branches in the weights of a layer that has none: singular vectors of
 * the strengths of its connections (Voss et al., "Branch Specialization", Distill 2021), degree-
 * normalized so that strong units do not hide it (Dhillon 2001), and a normalized cut.
 *
 * <p>Scores of the layer's units are listed as unit columns: {@code latent-incoming-k} by the
 * weights of the layer itself, {@code latent-outgoing-k} by those of the next recorded layer. Units
 * with like scores have like partners.
 *
 * <p>Where the inputs are the units of a layer that sees the image, their scores are compared with
 * the colour and the spatial frequency of its filters.
 */
public final class LatentBranches implements SpecializationMetric<LatentOptions> {

    @Override
    public String id() {
        return "latent-branches";
    }

    @Override
    public String summary() {
        return "Division into groups of the units of an unbranched layer, by its weights";
    }

    @Override
    public Class<LatentOptions> options() {
        return LatentOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                        Kind.DESCRIPTIVE,
                        Set.of(Need.UNBRANCHED, Need.WEIGHTS),
                        NullModel.WEIGHT_SHUFFLE,
                        Tail.GREATER,
                        "[0, 1]: the strength of the first pattern as a share of the overall"
                                + " strength; the share of connections that stay within groups;"
                                + " the size of a rank correlation",
                        "",
                        "The null has no structure at all: dead inputs or a smooth gradient may beat"
                                + " it as well as groups do, so look at the scores before speaking"
                                + " of branches. Unless degrees are normalized, a correlation with"
                                + " colour or frequency may be one with the strength of inputs.")
                .affording(199);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, LatentOptions options) {
        return new PreparedLatentBranches(input, InputFilters.below(input), options);
    }
}
