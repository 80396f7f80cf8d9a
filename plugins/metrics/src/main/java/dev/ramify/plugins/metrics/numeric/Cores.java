package dev.ramify.plugins.metrics.numeric;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Divides work among the cores: each takes one part after another, so that all end together. Those
 * of a divided stream would not.
 */
final class Cores {

    private Cores() {}

    /**
     * Do all parts, in any order.
     *
     * @param parts how many there are
     * @param work receives the number of a part
     */
    static void run(int parts, IntConsumer work) {
        run(parts, () -> work, IntConsumer::accept);
    }

    /**
     * Do all parts with something that each core makes once, such as memory to read into: fresh
     * memory is in no cache.
     *
     * @param parts how many there are
     * @param own makes what a core works with
     * @param work receives that, and the number of a part
     */
    static <T> void run(int parts, Supplier<T> own, ObjIntConsumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Math.min(parts, Runtime.getRuntime().availableProcessors()))
                .parallel()
                .forEach(
                        core -> {
                            int part = next.getAndIncrement();
                            T kept = part < parts ? own.get() : null;
                            for (; part < parts; part = next.getAndIncrement()) {
                                work.accept(kept, part);
                            }
                        });
    }
}
