package dev.ramify.core.machine;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The threads that do all work of a study: networks side by side, and inside them draws under a
 * null and lesions, which are divided among the threads that have nothing else to do. Whoever
 * embeds Ramify decides how many there are; nothing is done in the common pool. Thread-safe.
 */
public final class Workers implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final long IDLE_SECONDS = 60;
    private static final long AGAIN_MILLIS = 100;

    private final ForkJoinPool pool;
    private final boolean own;

    private Workers(ForkJoinPool pool, boolean own) {
        this.pool = pool;
        this.own = own;
    }

    /**
     * Make a number of threads, which end when this is closed.
     *
     * @param threads at least 1
     */
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, found " + threads);
        }
        // No thread is added for one that waits: it waits for work that others have begun.
        return new Workers(
                new ForkJoinPool(
                        threads,
                        SingleNative::new,
                        null,
                        false,
                        threads,
                        threads,
                        0,
                        full -> true,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS),
                true);
    }

    /** Use the threads of a pool, which stays open. */
    public static Workers over(ForkJoinPool pool) {
        return new Workers(pool, false);
    }

    /** A thread on which native operations run alone. */
    private static final class SingleNative extends ForkJoinWorkerThread {

        SingleNative(ForkJoinPool pool) {
            super(pool);
        }

        @Override
        protected void onStart() {
            super.onStart();
            NativeThreads.one();
        }
    }

    /** Return the number of threads. */
    public int threads() {
        return pool.getParallelism();
    }

    /**
     * Do something on one of the threads; what it divides is shared by all.
     *
     * @throws InterruptedException if interrupted; the work was interrupted too and has ended
     * @throws RuntimeException what the work threw
     */
    public <T> T call(Supplier<T> work) throws InterruptedException {
        AtomicReference<@Nullable T> result = new AtomicReference<>();
        runAll(List.of(() -> result.set(work.get())));
        return Objects.requireNonNull(result.get(), "the work gave nothing");
    }

    /**
     * Run tasks, as many side by side as there are threads, beginning with the first.
     *
     * @throws InterruptedException if interrupted; tasks that ran were interrupted too and have
     *     ended
     * @throws RuntimeException what the first task threw that failed; the others were interrupted
     *     and have ended
     */
    public void runAll(List<Runnable> tasks) throws InterruptedException {
        Batch batch = new Batch(tasks.size());
        tasks.forEach(task -> pool.execute(() -> batch.run(task)));
        batch.await();
    }

    /** Tasks that were given together, of which those that run can be interrupted. */
    private static final class Batch {

        private final Set<Thread> running = new HashSet<>();
        private final CountDownLatch left;
        private boolean over;
        private @Nullable Throwable failure;

        Batch(int tasks) {
            left = new CountDownLatch(tasks);
        }

        void run(Runnable task) {
            try {
                if (enter()) {
                    task.run();
                }
            } catch (RuntimeException | Error e) {
                fail(e);
            } finally {
                leave();
                left.countDown();
            }
        }

        private synchronized boolean enter() {
            return !over && running.add(Thread.currentThread());
        }

        private synchronized void leave() {
            running.remove(Thread.currentThread());
            if (over) {
                // The thread goes on with somebody else's work.
                Thread.interrupted();
            }
        }

        private synchronized void fail(Throwable reason) {
            if (failure == null) {
                failure = reason;
            }
            stop();
        }

        private synchronized void stop() {
            over = true;
            running.forEach(Thread::interrupt);
        }

        void await() throws InterruptedException {
            try {
                left.await();
            } catch (InterruptedException e) {
                stopAll(e);
                throw e;
            }
            rethrow();
        }

        /**
         * Interrupt again and again: a thread that waits for others' parts can lose its interrupt.
         */
        private void stopAll(InterruptedException reason) throws InterruptedException {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            do {
                stop();
                if (left.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            } while (System.nanoTime() < end);
            throw new IllegalStateException("a task does not stop", reason);
        }

        private synchronized void rethrow() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }

    @Override
    public void close() {
        if (own) {
            pool.shutdownNow();
        }
    }
}
