package dev.ramify.plugins.metrics.selectivity;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Activations;
import dev.ramify.plugins.metrics.samples.GroupMoments;
import dev.ramify.plugins.metrics.samples.Grouping;
import dev.ramify.plugins.metrics.samples.Halves;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures how much of the variance of a branch's units each factor explains (omega squared of a
 * one-way analysis of variance, Hays 1963; the task variance of Yang et al. 2019,
 * 10.1038/s41593-018-0310-2, without its bias).
 *
 * <p>The value of the layer is the mean over the best matching of branches with factors less the
 * mean over all other pairs.
 */
public final class FactorVariance implements SpecializationMetric<FactorOptions> {

    @Override
    public String id() {
        return "factor-variance";
    }

    @Override
    public String summary() {
        return "Share of the variance of a branch's units that each factor explains";
    }

    @Override
    public Class<FactorOptions> options() {
        return FactorOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.BRANCHES, Need.ACTIVATIONS, Need.FACTORS),
                NullModel.UNIT_PERMUTATION,
                Tail.GREATER,
                "about [0, 1]; estimates of nothing are slightly below 0 as often as above",
                "",
                "Noise that the units of a branch have in common agrees a little with some factor "
                        + "by chance, in all of them at once, which the null does not know: too many "
                        + "values look significant. Factors that vary together are credited for "
                        + "each other.");
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, FactorOptions options) {
        return Grouping.lackOfFactors(outlook, options.factors(), 1, "");
    }

    @Override
    public PreparedMetric prepare(MetricInput input, FactorOptions options) {
        List<Grouping> factors = Grouping.factors(input.recording(), options.factors());
        Activations activations = input.layer().activations();
        for (Grouping factor : factors) {
            if (activations.samples() <= factor.levels().size()) {
                throw new UndefinedMetricException(
                        "'%s' has %d levels, so at least %d samples are needed; found %d"
                                .formatted(
                                        factor.name(),
                                        factor.levels().size(),
                                        factor.levels().size() + 1,
                                        activations.samples()));
            }
        }
        GroupMoments moments =
                GroupMoments.of(activations, Halves.together(activations.samples()), factors);
        boolean[] live = moments.live();
        LiveUnits.requireTwoBranches(live, input.layer().assignment());
        double[][] explained = new double[factors.size()][live.length];
        for (int f = 0; f < explained.length; f++) {
            for (int unit = 0; unit < live.length; unit++) {
                explained[f][unit] = moments.omegaSquared(0, f, unit);
            }
        }
        return new PreparedFactorVariance(
                factors.stream().map(Grouping::name).toList(),
                explained,
                live,
                input.layer().assignment());
    }
}
