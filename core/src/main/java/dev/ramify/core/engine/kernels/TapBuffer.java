package dev.ramify.core.engine.kernels;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What passes a tap: the values of a whole batch and their gradients, in logical order.
 *
 * <p>On the way forward every lane writes the values of its samples; on the way back it adds what
 * was given from outside and writes the gradients of its samples. Between the two, when all lanes
 * have come to the end, all belongs to whoever computes on the whole batch. Lanes touch parts of
 * their own alone, so no result depends on their order.
 */
public final class TapBuffer {

    private final int size;
    private final float[] values;
    private final float[] gradients;
    private final float[] added;
    private boolean adds;
    private @Nullable Change change;

    /** Changes values on their way forward; called once for each lane, at any time. */
    @FunctionalInterface
    public interface Change {

        /**
         * Change the values of some samples.
         *
         * @param values {@code [all samples, channels, height, width]}
         * @param first the first sample to change
         * @param samples how many to change
         */
        void apply(float[] values, int first, int samples);
    }

    /**
     * @param samples in a batch
     * @param size number of values of one sample
     */
    public TapBuffer(int samples, int size) {
        this.size = size;
        values = new float[Math.multiplyExact(samples, size)];
        gradients = new float[values.length];
        added = new float[values.length];
    }

    /** Return the number of values of one sample. */
    public int size() {
        return size;
    }

    /** Return the values of the last forward pass, after any change. */
    public float[] values() {
        return values;
    }

    /** Return the gradients of the last backward pass, with what was added. */
    public float[] gradients() {
        return gradients;
    }

    /**
     * Return where to add gradients that join those of the next backward pass; zeros at first, and
     * again after {@link #clear}.
     */
    public float[] toAdd() {
        adds = true;
        return added;
    }

    /** Let nothing be added any more. */
    public void clear() {
        if (adds) {
            Arrays.fill(added, 0);
            adds = false;
        }
    }

    /** Change values on their way from now on; null to let them pass. */
    public void change(@Nullable Change next) {
        change = next;
    }

    void changeValues(int first, int samples) {
        Change now = change;
        if (now != null) {
            now.apply(values, first, samples);
        }
    }

    void addGradients(int first, int samples) {
        if (adds) {
            for (int i = first * size; i < (first + samples) * size; i++) {
                gradients[i] += added[i];
            }
        }
    }
}
