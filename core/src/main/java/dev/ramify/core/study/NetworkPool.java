package dev.ramify.core.study;

import dev.ramify.core.machine.NativeThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs networks side by side, one to a thread, with native operations inside each on that thread
 * alone.
 *
 * @param threads how many at a time
 */
record NetworkPool(int threads) {

    /** Run all tasks; if interrupted, wait until those that run have stopped. */
    void runAll(List<Runnable> tasks) throws InterruptedException {
        AtomicInteger number = new AtomicInteger();
        ExecutorService pool =
                Executors.newFixedThreadPool(
                        threads,
                        task ->
                                new Thread(
                                        () -> {
                                            NativeThreads.one();
                                            task.run();
                                        },
                                        "network-" + number.incrementAndGet()));
        List<Future<?>> futures = new ArrayList<>();
        try {
            tasks.forEach(task -> futures.add(pool.submit(task)));
            for (Future<?> future : futures) {
                await(future);
            }
        } finally {
            stop(pool);
        }
    }

    private static void await(Future<?> future) throws InterruptedException {
        try {
            future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a task failed without saying so", e.getCause());
        }
    }

    private static void stop(ExecutorService pool) throws InterruptedException {
        pool.shutdownNow();
        if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("a network does not stop");
        }
    }
}
