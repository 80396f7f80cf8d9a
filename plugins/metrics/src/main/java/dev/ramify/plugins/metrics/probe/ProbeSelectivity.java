package dev.ramify.plugins.metrics.probe;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.MetricProfile.Need;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Outlook;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.SpecializationMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.numerics.products.CentredSamples;
import dev.ramify.plugins.metrics.samples.LiveUnits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Measures what a linear readout of each branch can tell: {@code R^2} of a cross-validated ridge
 * regression on the levels of each factor, or on each class.
 *
 * <p>The value of the layer is the mean over the best matching of branches with targets less the
 * mean over all other pairs. Size-matched random sets of units, the usual control, are the null;
 * labels shuffled at random (Hewitt and Liang 2019, arXiv 1909.03369) are described beside it.
 */
public final class ProbeSelectivity implements SpecializationMetric<ProbeOptions> {

    private static final int LEAST_PER_FOLD = 2;

    @Override
    public String id() {
        return "probe-selectivity";
    }

    @Override
    public String summary() {
        return "What a cross-validated linear readout of each branch can tell of each target";
    }

    @Override
    public Class<ProbeOptions> options() {
        return ProbeOptions.class;
    }

    @Override
    public MetricProfile profile() {
        return new MetricProfile(
                        Kind.INFERENTIAL,
                        Set.of(Need.BRANCHES, Need.ACTIVATIONS),
                        NullModel.UNIT_PERMUTATION,
                        Tail.GREATER,
                        "at most 1; 0 or slightly below where a readout tells nothing",
                        "",
                        "What can be read out need not be used by the network. Wide branches can "
                                + "tell everything, and then their differences vanish.")
                .affording(499);
    }

    @Override
    public Optional<String> obstacle(Outlook outlook, ProbeOptions options) {
        return options.obstacle(outlook)
                .or(() -> LiveUnits.lackOfSamples(outlook, LEAST_PER_FOLD * options.folds()));
    }

    @Override
    public PreparedMetric prepare(MetricInput input, ProbeOptions options) {
        List<Target> targets = Target.of(input.recording(), options);
        CentredSamples samples = CentredSamples.of(input.layer().activations());
        LiveUnits.requireSamples(samples.samples(), LEAST_PER_FOLD * options.folds());
        boolean[] live = samples.live();
        LiveUnits.requireTwoBranches(live, input.layer().assignment());
        Folds folds = Folds.deal(samples.samples(), options.folds(), input.seed());
        Target.requireInEveryTraining(targets, folds);
        FoldMoments moments = FoldMoments.of(samples, live, folds, targets);
        Probe probe = new Probe(moments, options.penalty());
        Probe control =
                new Probe(
                        moments.withTargets(
                                samples,
                                targets.stream()
                                        .map(target -> target.shuffled(input.seed()))
                                        .toList()),
                        options.penalty());
        ProbeTargets kind = options.targets(input.recording().factors().size());
        List<Subject> readouts =
                targets.stream()
                        .map(
                                target ->
                                        Subject.layer()
                                                .and(
                                                        kind == ProbeTargets.FACTORS
                                                                ? Subject.FACTOR
                                                                : Subject.CLASS,
                                                        target.name()))
                        .toList();
        return new PreparedProbeSelectivity(
                probe, control, readouts, live, input.layer().assignment());
    }
}
