package dev.ramify.plugins.metrics.selectivity;

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
 * Measures how much more the units of a branch respond to one class than to the others: the class
 * selectivity index {@code (m_max - m_rest) / (m_max + m_rest)} (Morcos et al. 2018, arXiv
 * 1803.06959), where {@code m_rest} is the mean over the other classes of their mean responses.
 *
 * <p>Taken as it stands the index is far above 0 for noise. Here the class is chosen on one half of
 * the samples and scored on the other, both ways, and what the same gives for shuffled labels is
 * taken off unit by unit.
 */
public final class ClassSelectivity implements SpecializationMetric<ClassSelectivityOptions> {

    @Override
    public String id() {
        return "class-selectivity";
    }

    @Override
    public String summary() {
        return "Class selectivity of the units of each branch, cross-fitted and debiased";
    }

    @Override
    public Class<ClassSelectivityOptions> options() {
        return ClassSelectivityOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.BRANCHES, Need.ACTIVATIONS, Need.LABELS),
                NullModel.UNIT_PERMUTATION,
                Tail.TWO_SIDED,
                "about [-1, 1]: 0 for units that do not care for classes, 1 for units that respond"
                        + " to one class only",
                "",
                "All branches may be equally selective and still divide the classes between them, "
                        + "or differ because one is wider or sparser. Selectivity is not importance: "
                        + "networks do well without their selective units.");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, ClassSelectivityOptions options) {
        return new PreparedClassSelectivity(
                SelectivityIndex.of(input, options.shuffles()), input.layer().assignment());
    }
}
