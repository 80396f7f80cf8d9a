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
import dev.ramify.numerics.products.CentredSamples;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures how alike branches see the samples: linear centred kernel alignment (Kornblith et al.
 * 2019, arXiv 1905.00414) with the unbiased estimate of its terms.
 *
 * <p>The usual estimate reads .8 for pure noise of 200 units on 50 samples; this one is centred on
 * 0 there, and so can be slightly negative.
 */
public final class Cka implements SpecializationMetric<CkaOptions> {

    @Override
    public String id() {
        return "cka";
    }

    @Override
    public String summary() {
        return "Unbiased linear CKA between branches, within the layer and to later layers";
    }

    @Override
    public Class<CkaOptions> options() {
        return CkaOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                Kind.DESCRIPTIVE,
                Set.of(Need.BRANCHES, Need.ACTIVATIONS),
                NullModel.UNIT_PERMUTATION,
                Tail.LESS,
                "at most 1; 0 or slightly below where branches have nothing in common",
                "",
                "Noise that the units of a branch share makes branches unlike each other without "
                        + "any division of labour. Branches that are alike can still be needed "
                        + "both.");
    }

    @Override
    public MetricProfile profile(CkaOptions options) {
        return options.estimator() == Estimator.UNBIASED
                ? profile()
                : profile()
                        .describing(
                                "[0, 1]; about sqrt(p q / ((n + p) (n + q))) for noise of p and of q "
                                        + "units on n samples",
                                "",
                                "It reads .8 for noise of 200 units a side on 50 samples, so take it "
                                        + "only to compare with published figures of equal size. "
                                        + profile().misleads());
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, CkaOptions options) {
        return LiveUnits.lackOfSamples(outlook, Hsic.LEAST_SAMPLES);
    }

    @Override
    public PreparedMetric prepare(MetricInput input, CkaOptions options) {
        LiveUnits.requireSamples(input.layer().activations().samples(), Hsic.LEAST_SAMPLES);
        CentredSamples samples = CentredSamples.of(input.layer().activations());
        boolean[] live = samples.live();
        LiveUnits.requireTwoBranches(live, input.layer().assignment());
        return new PreparedCka(
                Hsic.ofPairs(samples, samples, options.estimator()),
                live,
                input.layer().assignment(),
                options.laterLayers()
                        ? LaterLayers.describe(input, samples, options.estimator())
                        : List.of());
    }
}
