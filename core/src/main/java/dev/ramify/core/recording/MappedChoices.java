package dev.ramify.core.recording;

import dev.ramify.api.recording.ExpertChoices;
import dev.ramify.core.array.MappedBytes;
import dev.ramify.core.array.NpyType;
import java.nio.ByteBuffer;

/**
 * Choices of experts in a file, sample by sample.
 *
 * @param values of the file
 * @param type of a value, a whole number
 */
record MappedChoices(MappedBytes values, NpyType type, int samples, int perSample, int experts)
        implements ExpertChoices {

    @Override
    public void read(int from, int[] into) {
        long first = (long) from * perSample;
        int width = type.bytes();
        int block = 1 << 20;
        for (int done = 0; done < into.length; done += block) {
            int count = Math.min(block, into.length - done);
            ByteBuffer bytes = values.slice((first + done) * width, count * width, type.order());
            for (int i = 0; i < count; i++) {
                into[done + i] = (int) type.whole(bytes, i * width);
            }
        }
    }
}
