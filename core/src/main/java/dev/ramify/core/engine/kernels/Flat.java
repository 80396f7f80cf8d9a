package dev.ramify.core.engine.kernels;

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
}
