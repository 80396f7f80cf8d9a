package dev.ramify.core.engine.kernels;

import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The values of a contiguous vector, read and written without making objects.
 *
 * <p>Native memory is released when nobody can reach the array any more; a bare buffer would not
 * keep it.
 */
public final class FloatMemory {

    private final INDArray owner;
    private final FloatBuffer buffer;

    private FloatMemory(INDArray owner) {
        this.owner = owner;
        FloatBuffer whole = owner.data().asNioFloat();
        buffer = whole.slice(whole.position(), Math.toIntExact(owner.length()));
    }

    /** Open a vector. */
    public static FloatMemory of(INDArray vector) {
        return new FloatMemory(vector);
    }

    /** Return the vector. */
    public INDArray array() {
        return owner;
    }

    /** Return the number of values. */
    public int length() {
        return buffer.capacity();
    }

    /** Return a value. */
    public float get(int index) {
        return buffer.get(index);
    }

    /** Set a value. */
    public void put(int index, float value) {
        buffer.put(index, value);
    }

    /** Copy values out. */
    public void get(int index, float[] into, int offset, int count) {
        buffer.get(index, into, offset, count);
    }

    /** Copy values in. */
    public void put(int index, float[] from, int offset, int count) {
        buffer.put(index, from, offset, count);
    }
}
