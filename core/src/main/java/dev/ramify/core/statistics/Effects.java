package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.text.Numbers;
import org.jspecify.annotations.Nullable;

/** The size of an effect, corrected for what chance gives. */
final class Effects {

    private Effects() {}

    /**
     * An effect, or why there is none.
     *
     * @param size at most 1, greater is more in the direction of the tail; null where there is none
     * @param note why there is none; empty where there is one, or where the metric has no ceiling
     */
    record Effect(@Nullable Double size, String note) {

        private static final Effect WITHOUT_CEILING = new Effect(null, "");
    }

    /**
     * Place a value between the null mean, 0, and the ceiling, 1.
     *
     * <p>A value beyond the ceiling, as unbiased estimates can have, counts as at it. There is no
     * effect where chance leaves no room below the ceiling: where the null mean is not before it in
     * the direction of the tail, or is nearer to it than one standard deviation of the null.
     */
    static Effect effect(NullComparison comparison, @Nullable Double ceiling, Tail tail) {
        if (ceiling == null) {
            return Effect.WITHOUT_CEILING;
        }
        double mean = comparison.mean();
        double room = (tail == Tail.LESS ? -1 : 1) * (ceiling - mean);
        if (tail != Tail.TWO_SIDED && !(room > Math.max(comparison.sd(), comparison.tie()))) {
            return new Effect(
                    null,
                    "chance gives %s +- %s, which leaves no room before the greatest value possible, %s"
                            .formatted(
                                    Numbers.value(mean),
                                    Numbers.value(comparison.sd()),
                                    Numbers.value(ceiling)));
        }
        double effect = (comparison.observed() - mean) / (ceiling - mean);
        return Double.isFinite(effect)
                ? new Effect(Math.min(1, effect), "")
                : new Effect(null, "the null does not differ from the greatest value possible");
    }
}
