package dev.ramify.core.statistics;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Undefined;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.PreparedStudyMetric;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Measures one metric over several networks and compares it with chance.
 *
 * <p>A pure function of its arguments, as {@link MetricEvaluator} is. Thread-safe.
 */
public final class StudyEvaluator {

    @Inject
    public StudyEvaluator() {}

    /**
     * Measure, with nulls drawn from the seed of the input.
     *
     * @param budget how many draws are made under the null
     * @return one measurement per subject, or a single undefined one
     * @throws InvalidOptionException if an option of the metric does not fit the data
     * @throws MetricFailedException if the metric breaks its contract or throws
     */
    public List<Measurement> evaluate(
            ConfiguredStudyMetric<?> metric, StudyInput input, NullBudget budget) {
        MetricProfile profile = metric.metric().profile();
        for (StudyInput.Network network : input.networks()) {
            String missing = Needs.missing(profile, network.input());
            if (!missing.isEmpty()) {
                return undefined(
                        metric,
                        input,
                        "variant '%s', seed %d: %s"
                                .formatted(network.variant(), network.number(), missing));
            }
        }
        try {
            return measure(metric, input, budget);
        } catch (UndefinedMetricException e) {
            return undefined(metric, input, String.valueOf(e.getMessage()));
        } catch (InvalidOptionException | MetricFailedException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MetricFailedException(metric.name(), input.layer(), e);
        }
    }

    private static List<Measurement> measure(
            ConfiguredStudyMetric<?> metric, StudyInput input, NullBudget budget) {
        MetricProfile profile = metric.metric().profile();
        PreparedStudyMetric prepared = metric.prepare(input);
        List<Assignment> recorded = StudyDraws.recorded(input);
        double[] values = prepared.score(recorded);
        requireContract(metric, input, prepared, values);
        Observed observed =
                new Observed(
                        metric.name(),
                        input.layer(),
                        profile,
                        profile.nullModel(),
                        false,
                        prepared.subjects(),
                        values,
                        prepared.ceiling(),
                        null,
                        prepared::reason,
                        subject -> prepared.phrase(subject, recorded));
        NullSample sample =
                NullSampler.sample(
                        observed,
                        new StudyDraws(metric.name(), input, prepared),
                        budget.draws(profile),
                        budget.enough());
        return new MetricTest(observed, sample).measurements();
    }

    private static void requireContract(
            ConfiguredStudyMetric<?> metric,
            StudyInput input,
            PreparedStudyMetric prepared,
            double[] values) {
        NullModel model = metric.metric().profile().nullModel();
        if (model != NullModel.UNIT_PERMUTATION) {
            throw new MetricFailedException(
                    metric.name(),
                    input.layer(),
                    "a metric of several networks permutes units, found " + model);
        }
        int subjects = prepared.subjects().size();
        if (subjects == 0 || values.length != subjects || prepared.ceiling().length != subjects) {
            throw new MetricFailedException(
                    metric.name(),
                    input.layer(),
                    "score gave %d values and ceiling %d for %d subjects"
                            .formatted(values.length, prepared.ceiling().length, subjects));
        }
    }

    private static List<Measurement> undefined(
            ConfiguredStudyMetric<?> metric, StudyInput input, String reason) {
        return List.of(
                new Measurement(
                        metric.name(), input.layer(), Subject.layer(), new Undefined(reason)));
    }
}
