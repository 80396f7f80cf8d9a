package dev.ramify.plugins.datasets.files;

import dev.ramify.api.data.DataException;
import java.nio.file.Path;

/**
 * Says whether data fit into memory before it is asked for.
 *
 * @param bytes what data may take
 */
public record MemoryBudget(long bytes) {

    private static final long MEBIBYTE = 1 << 20;

    /** Leave a quarter of the heap to the network and its training. */
    public static MemoryBudget ofThisJvm() {
        return new MemoryBudget(Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /** Tell whether data of a size fit. */
    public boolean holds(long needed) {
        return needed <= bytes;
    }

    /** Describe data that do not fit. */
    public DataException.Problem problem(Path where, long needed) {
        return new DataException.Problem(
                where.toString(),
                "the images need %,d MiB of memory, but there are %,d MiB for them"
                        .formatted((needed + MEBIBYTE - 1) / MEBIBYTE, bytes / MEBIBYTE),
                "give Java more memory with -Xmx, or use fewer or smaller images");
    }
}
