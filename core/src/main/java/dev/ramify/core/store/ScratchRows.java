package dev.ramify.core.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rows of numbers in a file that is gone when closed: what is too much to hold and read often. Not
 * thread-safe, but, unlike a channel, unharmed by an interrupted thread.
 */
public final class ScratchRows implements AutoCloseable {

    private final Path path;
    private final RandomAccessFile file;
    private final int width;
    private byte[] bytes = new byte[0];

    /**
     * Make an empty file.
     *
     * @param folder where it is, made if need be
     * @param width number of values of a row
     */
    public ScratchRows(Path folder, int width) {
        this.width = width;
        try {
            Files.createDirectories(folder);
            path = Files.createTempFile(folder, "rows", ".scratch");
            file = new RandomAccessFile(path.toFile(), "rw");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Write rows.
     *
     * @param first number of the first one
     * @param count how many
     * @param values {@code [count, width]}
     */
    public void write(int first, int count, float[] values) {
        floats(count).put(values, 0, count * width);
        try {
            file.seek(place(first));
            file.write(bytes, 0, size(count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read rows; see {@link #write}. */
    public void read(int first, int count, float[] into, int offset) {
        FloatBuffer floats = floats(count);
        try {
            file.seek(place(first));
            file.readFully(bytes, 0, size(count));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        floats.get(into, offset, count * width);
    }

    private FloatBuffer floats(int count) {
        if (bytes.length < size(count)) {
            bytes = new byte[size(count)];
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private int size(int count) {
        return Math.multiplyExact(count, width * Float.BYTES);
    }

    private long place(int row) {
        return (long) row * width * Float.BYTES;
    }

    @Override
    public void close() {
        try {
            file.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
