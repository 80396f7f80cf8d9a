package dev.ramify.core.statistics;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import jakarta.inject.Inject;
import java.util.List;

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
     * Measure, with nulls drawn from the seed of the input.
     *
     * @param kinds which branches are built alike, for what is kept for a summary over seeds
     * @param permutations number of draws under the null, at least 1; p values that are not exact
     *     are never below {@code 1 / (permutations + 1)}
     * @throws InvalidOptionException if an option of the metric does not fit the data
     * @throws MetricFailedException if the metric breaks its contract or throws
     */
    public Evaluation evaluate(
            ConfiguredMetric<?> metric, MetricInput input, BranchKinds kinds, int permutations) {
        if (permutations < 1) {
            throw new IllegalArgumentException(
                    "a null needs at least 1 permutation, found " + permutations);
        }
        String missing = Needs.missing(metric.metric().profile(), input);
        if (!missing.isEmpty()) {
            return undefined(metric, input, missing);
        }
        try {
            Scores scores = new Scores(metric.name(), input.layer().layer(), metric.prepare(input));
            NullSample sample = new NullSampler(metric, input).sample(scores, permutations);
            return new MetricTest(metric, input, scores, sample).evaluation(kinds);
        } catch (UndefinedMetricException e) {
            return undefined(metric, input, String.valueOf(e.getMessage()));
        } catch (InvalidOptionException | MetricFailedException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new MetricFailedException(metric.name(), input.layer().layer(), e);
        }
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
