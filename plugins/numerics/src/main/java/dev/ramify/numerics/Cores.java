package dev.ramify.numerics;

import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Divides work among the threads of the pool that the calling thread belongs to: each takes one
 * part after another, so that all end together. Those of a divided stream would not.
 */
public final class Cores {

    private Cores() {}

    /**
     * Do all parts, in any order.
     *
     * @param parts how many there are
     * @param work receives the number of a part
     */
    public static void run(int parts, IntConsumer work) {
        run(parts, () -> work, IntConsumer::accept);
    }

    /**
     * Do all parts with something that each core makes once, such as memory to read into: fresh
     * memory is in no cache.
     *
     * <p>When this returns, or throws what a part threw, no core works on any part any more: what
     * they work with can be given back. After a failure no further part is begun.
     *
     * @param parts how many there are
     * @param own makes what a core works with
     * @param work receives that, and the number of a part
     */
    public static <T> void run(int parts, Supplier<T> own, ObjIntConsumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Phaser inside = new Phaser(1);
        try {
            IntStream cores = IntStream.range(0, Math.min(parts, threads()));
            (ForkJoinTask.inForkJoinPool() ? cores.parallel() : cores)
                    .forEach(
                            core -> {
                                inside.register();
                                try {
                                    work(next, parts, own, work);
                                } catch (RuntimeException | Error e) {
                                    failure.compareAndSet(null, e);
                                    next.set(parts);
                                } finally {
                                    inside.arriveAndDeregister();
                                }
                            });
        } finally {
            // A pool that is shut down does not wait for all cores.
            next.set(parts);
            inside.arriveAndAwaitAdvance();
        }
        if (failure.get() instanceof Error error) {
            throw error;
        }
        if (failure.get() instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Nobody but the caller works where no pool was given. */
    private static int threads() {
        return ForkJoinTask.inForkJoinPool() ? ForkJoinTask.getPool().getParallelism() : 1;
    }

    private static <T> void work(
            AtomicInteger next, int parts, Supplier<T> own, ObjIntConsumer<T> work) {
        int part = next.getAndIncrement();
        if (part < parts) {
            T kept = own.get();
            for (; part < parts; part = next.getAndIncrement()) {
                work.accept(kept, part);
            }
        }
    }
}
