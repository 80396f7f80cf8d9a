package dev.ramify.plugins.metrics.lesion;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.Lesions;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.products.CentredSamples;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Measures what each branch is needed for: the drop in accuracy on each class when the branch is
 * silenced, beside that when as many random units of the layer are.
 *
 * <p>The value of the layer is the mean drop over the best matching of branches with classes less
 * the mean of all other drops. A single dissociation of a branch is by how much its drop on its
 * best class exceeds that of any other branch there; a double dissociation of two branches is
 * {@code ((D_ac - D_ad) + (D_bd - D_bc)) / 2} for their best two classes. The best is taken anew
 * for every random set. Shapley values (1953) share out the loss of all branches together, and so
 * credit branches that stand in for each other.
 */
public final class LesionMatrix implements SpecializationMetric<LesionOptions> {

    @Override
    public String id() {
        return "lesion-matrix";
    }

    @Override
    public String summary() {
        return "Loss of accuracy on each class when each branch is silenced";
    }

    @Override
    public Class<LesionOptions> options() {
        return LesionOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                        Kind.INFERENTIAL,
                        Set.of(Need.BRANCHES, Need.ACTIVATIONS, Need.LABELS, Need.LESIONS),
                        NullModel.UNIT_PERMUTATION,
                        Tail.GREATER,
                        "[-1, 1]: the share of a class's samples that are no longer right;"
                                + " differences of such shares for dissociations",
                        "",
                        "Branches that stand in for each other look unimportant one by one. Zeroed "
                                + "units give the layers above what they have never seen. A branch "
                                + "that all classes need is important without being specialized.")
                .affording(99);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, LesionOptions options) {
        CentredSamples samples = CentredSamples.of(input.layer().activations());
        boolean[] live = samples.live();
        Assignment recorded = input.layer().assignment();
        LiveUnits.requireTwoBranches(live, recorded);
        Lesions lesions = input.lesions().orElseThrow();
        Losses losses = Losses.of(lesions, options.replacement(), input.recording(), live.length);
        List<Description> descriptions = new ArrayList<>();
        if (options.shapley() && recorded.branches().size() <= Shapley.MOST_BRANCHES) {
            descriptions.addAll(new Shapley(losses, recorded).describe());
        }
        return new PreparedLesionMatrix(losses, live, recorded, descriptions);
    }
}
