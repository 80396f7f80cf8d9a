package dev.ramify.core.array;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The head of an array in NumPy's file format (NEP 1), versions 1 to 3.
 *
 * @param type of the values
 * @param shape sizes of the dimensions, outermost first; empty for a single number
 * @param columnMajor whether the first dimension varies fastest
 */
public record NpyHeader(NpyType type, List<Long> shape, boolean columnMajor) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    static final int LONGEST = 1 << 16;

    public NpyHeader {
        shape = List.copyOf(shape);
        requirePossible(type, shape);
    }

    /** Sizes are believed only as far as they can be counted; values without width are none. */
    private static void requirePossible(NpyType type, List<Long> shape) {
        if (type.bytes() == 0) {
            throw new ArrayFormatException(
                    "values of type '%s' have no length".formatted(type.descriptor()));
        }
        long bytes = Math.max(type.bytes(), Double.BYTES);
        try {
            for (long size : shape) {
                bytes = Math.multiplyExact(bytes, size);
            }
        } catch (ArithmeticException e) {
            throw new ArrayFormatException("a shape of " + shape + " is too large to be true");
        }
    }

    /** Create the head of a row-major array. */
    public static NpyHeader of(NpyType type, long... shape) {
        return new NpyHeader(type, Arrays.stream(shape).boxed().toList(), false);
    }

    /** Return the number of values. */
    public long count() {
        return shape.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact);
    }

    /** Return the number of bytes of the values. */
    public long bytes() {
        return Math.multiplyExact(count(), type.bytes());
    }

    /** Encode, padded so that the values begin at a multiple of 64 bytes. */
    byte[] encode() {
        String sizes =
                shape.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (shape.size() == 1 ? "," : "");
        String text =
                "{'descr': '%s', 'fortran_order': %s, 'shape': (%s), }"
                        .formatted(type.descriptor(), columnMajor ? "True" : "False", sizes);
        int unpadded = MAGIC.length + 4 + text.length() + 1;
        int padding = (64 - unpadded % 64) % 64;
        byte[] body = (text + " ".repeat(padding) + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] head = Arrays.copyOf(MAGIC, MAGIC.length + 4 + body.length);
        head[6] = 1;
        head[7] = 0;
        head[8] = (byte) (body.length & 0xff);
        head[9] = (byte) (body.length >>> 8);
        System.arraycopy(body, 0, head, 10, body.length);
        return head;
    }

    /**
     * Read a head, leaving the stream at the first value.
     *
     * @throws ArrayFormatException if it is not one, or of a kind that is not read
     */
    static NpyHeader read(InputStream stream) throws IOException {
        DataInputStream in = new DataInputStream(stream);
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new ArrayFormatException("not a .npy array: it does not begin with \\x93NUMPY");
        }
        int major = in.read();
        int minor = in.read();
        if (major < 1 || major > 3 || minor < 0) {
            throw new ArrayFormatException(
                    "format version %d.%d; versions 1 to 3 are read".formatted(major, minor));
        }
        long length = major == 1 ? littleEndian(in, 2) : littleEndian(in, 4);
        if (length > LONGEST) {
            throw new ArrayFormatException(
                    "a header of %d bytes; at most %d are read".formatted(length, LONGEST));
        }
        byte[] text = in.readNBytes((int) length);
        if (text.length < length) {
            throw new ArrayFormatException(
                    "the header ends after %d of %d bytes".formatted(text.length, length));
        }
        return NpyDictionary.parse(new String(text, StandardCharsets.UTF_8));
    }

    private static long littleEndian(DataInputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new ArrayFormatException("the file ends inside its header");
        }
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | bytes[i] & 0xff;
        }
        return value;
    }
}
