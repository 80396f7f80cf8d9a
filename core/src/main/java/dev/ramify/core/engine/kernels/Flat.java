package dev.ramify.core.engine.kernels;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes flat arrays whose first value lies at the beginning of a cache line. */
public final class Flat {

    /** Floats in a cache line. */
    public static final int LINE = 16;

    private Flat() {}

    /** Create a vector of zeros, of one value at least. */
    public static INDArray zeros(long length) {
        long needed = Math.max(1, length);
        INDArray whole = Nd4j.zeros(DataType.FLOAT, needed + LINE);
        long address = Views.address(whole);
        long lineBytes = (long) LINE * Float.BYTES;
        long skipped = (lineBytes - address % lineBytes) % lineBytes / Float.BYTES;
        return Views.of(whole, skipped, needed);
    }

    /**
     * Release the memory of a vector at once, rather than when the garbage collector finds that
     * nobody needs it: it sees little of what lies outside the heap. Neither the vector nor any
     * view of it may be used any more.
     */
    public static void free(INDArray vector) {
        DataBuffer data = vector.data();
        @Nullable DataBuffer whole = data.originalDataBuffer();
        DataBuffer owner = whole == null ? data : whole;
        if (owner.closeable()) {
            owner.close();
        }
    }
}
