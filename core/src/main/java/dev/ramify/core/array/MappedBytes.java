package dev.ramify.core.array;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;

/**
 * A part of a file, of any length, that the system brings into memory as it is read. It stays
 * readable when the file is closed or deleted. Thread-safe.
 */
public final class MappedBytes {

    /** A single mapping cannot be longer than 2 GiB. */
    static final int CHUNK = 1 << 30;

    private final ByteBuffer[] chunks;
    private final int chunk;
    private final long size;

    private MappedBytes(ByteBuffer[] chunks, int chunk, long size) {
        this.chunks = chunks;
        this.chunk = chunk;
        this.size = size;
    }

    static MappedBytes map(FileChannel channel, long from, long size) throws IOException {
        return map(channel, from, size, CHUNK);
    }

    static MappedBytes map(FileChannel channel, long from, long size, int chunk)
            throws IOException {
        ByteBuffer[] chunks = new ByteBuffer[Math.toIntExact((size + chunk - 1) / chunk)];
        for (int i = 0; i < chunks.length; i++) {
            long offset = (long) i * chunk;
            chunks[i] =
                    channel.map(MapMode.READ_ONLY, from + offset, Math.min(chunk, size - offset));
        }
        return new MappedBytes(chunks, chunk, size);
    }

    /** Return the number of bytes. */
    public long size() {
        return size;
    }

    /** Return some bytes in a buffer of their own, to be read in an order. */
    public ByteBuffer slice(long from, int length, ByteOrder order) {
        int first = (int) (from / chunk);
        int offset = (int) (from % chunk);
        if (length == 0) {
            return ByteBuffer.allocate(0);
        }
        if (offset + (long) length <= chunk) {
            return chunks[first].slice(offset, length).order(order);
        }
        ByteBuffer joined = ByteBuffer.allocate(length).order(order);
        while (joined.hasRemaining()) {
            long at = from + joined.position();
            int inside = (int) (at % chunk);
            int count = Math.min(joined.remaining(), chunk - inside);
            joined.put(chunks[(int) (at / chunk)].slice(inside, count));
        }
        return joined.flip();
    }
}
