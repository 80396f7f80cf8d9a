package dev.ramify.core.statistics;

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
    }
}
