package dev.ramify.plugins.datasets.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails once more bytes come out than there should be: small files can unpack to huge ones. */
public final class LimitedInputStream extends FilterInputStream {

    private final long limit;
    private long count;
    private long part = Long.MAX_VALUE;
    private String partName = "";

    public LimitedInputStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** Allow no more than some bytes until {@link #release()}. */
    public void restrict(long bytes, String what) {
        part = count + bytes;
        partName = "%s takes more than %,d bytes".formatted(what, bytes);
    }

    /** Allow as many bytes as at first. */
    public void release() {
        part = Long.MAX_VALUE;
    }

    /** Return how many bytes came out so far. */
    public long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            advance(1);
        }
        return value;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        advance(Math.max(0, read));
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        long skipped = super.skip(wanted);
        advance(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void advance(long bytes) throws IOException {
        count += bytes;
        if (count > part) {
            throw new LimitExceededException(partName);
        }
        if (count > limit) {
            throw new LimitExceededException("it unpacks to more than %,d bytes".formatted(limit));
        }
    }

    /** Says that a stream is longer than it may be. */
    public static final class LimitExceededException extends IOException {

        private static final long serialVersionUID = 1L;

        LimitExceededException(String reason) {
            super(reason);
        }
    }
}
