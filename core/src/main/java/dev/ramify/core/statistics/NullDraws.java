package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile.NullModel;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What one network keeps of one value for the test over seeds: the value beside its draws under the
 * null.
 *
 * @param metric name of the metric
 * @param layer name of the layer
 * @param subject what means the same in every seed; see {@link BranchKinds}
 * @param tail which values are more extreme
 * @param value what was observed
 * @param ceiling the greatest value possible; null where there is none
 * @param pAdjusted the network's own p, corrected over the subjects of the metric in this layer;
 *     null without null
 * @param model what chance means; {@link NullModel#NONE} without null
 * @param assumesIndependentUnits whether the null takes units for exchangeable that may not be
 * @param draws the values under the null, {@code NaN} where a draw gave none; empty without null
 */
public record NullDraws(
        String metric,
        String layer,
        Subject subject,
        Tail tail,
        double value,
        @Nullable Double ceiling,
        @Nullable Double pAdjusted,
        NullModel model,
        boolean assumesIndependentUnits,
        double[] draws) {

    /** Compare the value with its draws. */
    NullComparison comparison() {
        return new NullComparison(value, draws, tail);
    }

    boolean isTested() {
        return draws.length > 0;
    }

    /** Return the effect; null where there is none. */
    @Nullable Double effect() {
        return Effects.effect(comparison(), ceiling, tail).size();
    }

    /** Return how far the value is beyond the null mean, in the direction of the tail. */
    double excess() {
        double beyond = value - comparison().mean();
        return tail == Tail.LESS ? -beyond : beyond;
    }
}
