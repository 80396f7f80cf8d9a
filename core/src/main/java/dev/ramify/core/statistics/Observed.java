package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.Subject;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a metric gave before anything was shuffled.
 *
 * @param metric name of the metric
 * @param layer name of the layer
 * @param profile of the metric
 * @param model what chance means
 * @param assumesIndependentUnits whether the null takes units for exchangeable that may not be
 * @param subjects what the values are about
 * @param values one per subject, not finite where there is none
 * @param ceilings the greatest values possible, not finite where there is none
 * @param exactP exact p values; null where the metric has none
 * @param reasons why a subject has no value
 * @param phrases what was observed of a subject, in words
 */
record Observed(
        String metric,
        String layer,
        MetricProfile profile,
        NullModel model,
        boolean assumesIndependentUnits,
        List<Subject> subjects,
        double[] values,
        double[] ceilings,
        double @Nullable [] exactP,
        IntFunction<String> reasons,
        IntFunction<String> phrases) {

    boolean tested() {
        return model != NullModel.NONE;
    }
}
