package dev.ramify.core.recording;

import dev.ramify.api.recording.Activations;
import dev.ramify.core.array.MappedBytes;
import java.nio.ByteOrder;

/**
 * Activations in a file, single precision, sample by sample.
 *
 * @param values of the file
 * @param order of the bytes of a value
 */
record MappedActivations(MappedBytes values, ByteOrder order, int samples, int units)
        implements Activations {

    /** Values that are copied at a time. */
    private static final int BLOCK = 1 << 24;

    @Override
    public void read(int from, float[] into) {
        long first = (long) from * units;
        for (int done = 0; done < into.length; done += BLOCK) {
            int count = Math.min(BLOCK, into.length - done);
            values.slice((first + done) * Float.BYTES, count * Float.BYTES, order)
                    .asFloatBuffer()
                    .get(into, done, count);
        }
    }
}
