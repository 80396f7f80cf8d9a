package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import java.util.Optional;
import java.util.Set;

/**
 * Measures how much more alike the units of a branch are than units of different branches: the mean
 * size of their correlation within branches less that across.
 */
public final class Coherence implements SpecializationMetric<CoherenceOptions> {

    @Override
    public String id() {
        return "coherence";
    }

    @Override
    public String summary() {
        return "Mean size of correlations within branches less that across branches";
    }

    @Override
    public Class<CoherenceOptions> options() {
        return CoherenceOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.BRANCHES, Need.ACTIVATIONS),
                NullModel.UNIT_PERMUTATION,
                Tail.GREATER,
                "[-1, 1]",
                "",
                "It sees grouping, not function: noise that the units of a branch have in common "
                        + "raises it as much as a shared task. Taking off the branch mean removes "
                        + "one such source, not all.");
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, CoherenceOptions options) {
        return LiveUnits.lackOfSamples(outlook, Correlations.LEAST_SAMPLES);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, CoherenceOptions options) {
        Correlations correlations = Correlations.of(input);
        PairSizes sizes =
                options.withoutBranchMean()
                        ? new PartialSizes(correlations)
                        : new PlainSizes(correlations);
        return new PreparedCoherence(sizes, correlations.live(), input.layer().assignment());
    }
}
