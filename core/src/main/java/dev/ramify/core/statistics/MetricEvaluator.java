package dev.ramify.core.statistics;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * Measures one metric in one layer of one network and compares it with chance.
 *
 * <p>A pure function of its arguments: equal seeds give equal results, in whatever order and on
 * however many threads evaluations run. Thread-safe.
 */
public final class MetricEvaluator {

    /** Enough for p values of .0005, and for corrections over a few dozen summaries. */
    public static final int DEFAULT_PERMUTATIONS = 1_999;

    @Inject
    public MetricEvaluator() {}

    /**
     * Measure, with all of a number of draws; see {@link #evaluate(ConfiguredMetric, MetricInput,
     * BranchKinds, NullBudget)}.
     *
     * @param permutations number of draws under the null, at least 1; fewer where the metric is
     *     costly
     */
    public Evaluation evaluate(
            ConfiguredMetric<?> metric, MetricInput input, BranchKinds kinds, int permutations) {
        return evaluate(metric, input, kinds, NullBudget.of(permutations));
    }

    /**
     * Measure, with nulls drawn from the seed of the input.
     *
     * @param kinds which branches are built alike, for what is kept for a summary over seeds
     * @param budget how many draws are made under the null
     */
    public Evaluation evaluate(
            ConfiguredMetric<?> metric, MetricInput input, BranchKinds kinds, NullBudget budget) {
        return evaluate(metric, input, LayerContext.of(kinds), budget);
    }

    /**
     * Measure, with the null that fits the layer: units are dealt anew where they are exchangeable
     * before training; deeper in a branch the network is compared with untrained copies of itself,
     * and where there are none, p is marked as assuming independent units.
     *
     * @param context what is known of the layer
     * @param budget how many draws are made under the null, at most one for each copy
     * @throws InvalidOptionException if an option of the metric does not fit the data
     * @throws MetricFailedException if the metric breaks its contract or throws
     * @throws CancellationException if the network that is lesioned was asked to stop
     */
    public Evaluation evaluate(
            ConfiguredMetric<?> metric,
            MetricInput input,
            LayerContext context,
            NullBudget budget) {
        String missing = Needs.missing(metric.profile(), input);
        if (!missing.isEmpty()) {
            return undefined(metric, input, missing);
        }
        try {
            return measure(metric, input, context, budget);
        } catch (UndefinedMetricException e) {
            return undefined(metric, input, String.valueOf(e.getMessage()));
        } catch (InvalidOptionException | MetricFailedException | CancellationException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new MetricFailedException(metric.name(), input.layer().layer(), e);
        }
    }

    private static Evaluation measure(
            ConfiguredMetric<?> metric,
            MetricInput input,
            LayerContext context,
            NullBudget budget) {
        NullModel model = context.model(Replicates.model(metric.profile().nullModel(), input));
        MetricProfile profile = metric.profile().under(model);
        String untested = Replicates.untested(metric.profile().nullModel(), profile.nullModel());
        Assignment recorded = input.layer().assignment();
        Scores scores = new Scores(metric.name(), input.layer().layer(), metric.prepare(input));
        MetricDraws draws = new MetricDraws(metric, input, scores, model);
        Observed observed =
                new Observed(
                        metric.name(),
                        input.layer().layer(),
                        profile,
                        model,
                        context.assumesIndependentUnits(model),
                        scores.subjects(),
                        scores.values(recorded),
                        scores.ceilings(recorded),
                        draws.exact() ? scores.exactP(recorded) : null,
                        subject -> scores.prepared().reason(subject),
                        subject -> scores.prepared().phrase(subject, recorded) + untested);
        boolean anew = model == NullModel.REINITIALIZATION;
        NullSample sample =
                NullSampler.sample(
                        observed,
                        anew
                                ? new Reinitializations(
                                        metric, input, scores.subjects(), context.copies())
                                : draws,
                        anew ? context.copies().count() : budget.draws(profile),
                        budget.enough());
        MetricTest test = new MetricTest(observed, sample);
        List<Measurement> measurements = new ArrayList<>(test.measurements());
        scores.descriptions().forEach(each -> measurements.add(described(observed, each)));
        return new Evaluation(
                measurements,
                scores.unitColumns(recorded.units()),
                new AlikeBranches(context.kinds(), recorded.branches()).join(test.nulls()));
    }

    private static Measurement described(Observed observed, Description description) {
        return new Measurement(
                observed.metric(),
                observed.layer(),
                description.subject(),
                new Defined(
                        description.value(),
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        description.phrase()));
    }

    private static Evaluation undefined(
            ConfiguredMetric<?> metric, MetricInput input, String reason) {
        Measurement measurement =
                new Measurement(
                        metric.name(),
                        input.layer().layer(),
                        Subject.layer(),
                        new Undefined(reason));
        return new Evaluation(List.of(measurement), List.of(), List.of());
    }
}
