package dev.ramify.plugins.metrics.numeric;

import java.util.concurrent.ConcurrentLinkedDeque;
import org.bytedeco.javacpp.BytePointer;

/**
 * Memory outside the heap, lent to one product after another: to ask for it anew costs as much as
 * adding the product up. Thread-safe.
 */
final class ProductMemory implements AutoCloseable {

    private final ConcurrentLinkedDeque<BytePointer> idle = new ConcurrentLinkedDeque<>();

    /** Memory that is lent until it is closed. */
    record Lent(ProductMemory owner, BytePointer pointer) implements AutoCloseable {

        @Override
        public void close() {
            owner.idle.push(pointer);
        }
    }

    /** Lend room for some numbers of either precision. */
    Lent lend(long numbers) {
        long bytes = numbers * Double.BYTES;
        BytePointer found = idle.poll();
        if (found != null && found.capacity() < bytes) {
            found.close();
            found = null;
        }
        return new Lent(this, found == null ? new BytePointer(bytes) : found);
    }

    /** Give back what is not lent. */
    @Override
    public void close() {
        idle.forEach(BytePointer::close);
        idle.clear();
    }
}
