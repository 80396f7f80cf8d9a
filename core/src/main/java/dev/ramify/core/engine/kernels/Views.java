package dev.ramify.core.engine.kernels;

import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Views of parts of flat arrays, made from offsets and strides.
 *
 * <p>ND4J's own indexing rounds strided intervals up beyond the array and drops dimensions of size
 * one.
 */
public final class Views {

    private Views() {}

    /** View consecutive values of a vector as a row-major array. */
    public static INDArray of(INDArray vector, long offset, long... shape) {
        long[] strides = new long[shape.length];
        long stride = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            strides[d] = stride;
            stride *= shape[d];
        }
        return strided(vector, offset, shape, strides);
    }

    /** View values of a vector at regular distances. */
    public static INDArray strided(INDArray vector, long offset, long[] shape, long[] strides) {
        DataBuffer data = vector.data();
        @Nullable DataBuffer whole = data.originalDataBuffer();
        return Nd4j.create(
                whole == null ? data : whole, shape, strides, vector.offset() + offset, 'c');
    }

    /** Return the address of the first value. */
    public static long address(INDArray array) {
        return array.data().address() + array.offset() * Float.BYTES;
    }
}
