package dev.ramify.core.statistics;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One draw under a null.
 *
 * @param values one per subject; {@code NaN} where there is none
 * @param exactP exact p values, one per subject; null where the metric has none
 */
record Draw(double[] values, double @Nullable [] exactP) {

    /** Makes draws: equal numbers give equal draws, in any order and on any thread. */
    @FunctionalInterface
    interface Source {

        Draw draw(int number);

        /**
         * Make several draws, on all cores.
         *
         * @param from number of the first one
         * @param to number after the last one
         */
        default List<Draw> draws(int from, int to) {
            return IntStream.range(from, to).parallel().mapToObj(this::draw).toList();
        }
    }
}
