package dev.ramify.core.statistics;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicBoolean;
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
         * Make several draws, divided among the threads of the pool that the calling thread belongs
         * to; on the calling thread alone where it belongs to none.
         *
         * @param from number of the first one
         * @param to number after the last one
         * @throws CancellationException if the calling thread is interrupted
         */
        default List<Draw> draws(int from, int to) {
            IntStream numbers = IntStream.range(from, to);
            Thread asking = Thread.currentThread();
            // Parts that others draw must end too where the asking thread has already gone on.
            AtomicBoolean cancelled = new AtomicBoolean();
            return (ForkJoinTask.inForkJoinPool() ? numbers.parallel() : numbers)
                    .mapToObj(
                            number -> {
                                if (asking.isInterrupted()) {
                                    cancelled.set(true);
                                }
                                if (cancelled.get()) {
                                    throw new CancellationException("interrupted");
                                }
                                return draw(number);
                            })
                    .toList();
        }
    }
}
