package dev.ramify.plugins.datasets.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/** Opens streams that may be gzipped, which their first two bytes tell. */
public final class Gzip {

    /** No gzip of {@code n} bytes unpacks to more than this times {@code n}: a limit of deflate. */
    public static final long MAX_RATIO = 1032;

    private static final int BUFFER = 1 << 16;

    private Gzip() {}

    /** A stream at its first byte, unpacked where it was packed. */
    public record Opened(InputStream in, boolean packed) {}

    /** Look at the first bytes and unpack the stream if they say gzip. */
    public static Opened open(InputStream raw) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
        buffered.mark(2);
        byte[] magic = buffered.readNBytes(2);
        buffered.reset();
        boolean packed = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
        return packed
                ? new Opened(new GZIPInputStream(buffered, BUFFER), true)
                : new Opened(buffered, false);
    }

    /** Print the first bytes of a file for a message, such as {@code 89 50 4e 47}. */
    public static String firstBytes(byte[] bytes, int count) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, Math.min(count, bytes.length));
    }
}
