package dev.ramify.core.array;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A small array in memory, as it stands in a {@code .npy} file.
 *
 * @param header its type and shape
 * @param bytes its values
 */
public record NpyArray(NpyHeader header, byte[] bytes) {

    private static final int REPLACEMENT = 0xFFFD;

    /** Wrap single-precision values. */
    public static NpyArray of(float[] values, long... shape) {
        NpyHeader header = NpyHeader.of(NpyType.FLOAT32, shape);
        ByteBuffer buffer = buffer(header, values.length);
        buffer.asFloatBuffer().put(values);
        return new NpyArray(header, buffer.array());
    }

    /** Wrap double-precision values. */
    public static NpyArray of(double[] values, long... shape) {
        NpyHeader header = NpyHeader.of(NpyType.FLOAT64, shape);
        ByteBuffer buffer = buffer(header, values.length);
        buffer.asDoubleBuffer().put(values);
        return new NpyArray(header, buffer.array());
    }

    /** Wrap whole numbers. */
    public static NpyArray of(int[] values, long... shape) {
        NpyHeader header = NpyHeader.of(NpyType.INT32, shape);
        ByteBuffer buffer = buffer(header, values.length);
        buffer.asIntBuffer().put(values);
        return new NpyArray(header, buffer.array());
    }

    /** Wrap texts. */
    public static NpyArray of(List<String> texts) {
        int longest =
                texts.stream()
                        .mapToInt(text -> text.codePointCount(0, text.length()))
                        .max()
                        .orElse(1);
        NpyHeader header = NpyHeader.of(NpyType.text(Math.max(1, longest)), texts.size());
        ByteBuffer buffer = buffer(header, texts.size());
        for (int i = 0; i < texts.size(); i++) {
            int[] points = texts.get(i).codePoints().toArray();
            buffer.position(i * header.type().bytes());
            for (int point : points) {
                buffer.putInt(point);
            }
        }
        return new NpyArray(header, buffer.array());
    }

    /** Return the values of an array of texts. */
    public List<String> texts() {
        if (!header.type().isText()) {
            throw new ArrayFormatException(
                    "expected texts, found values of type " + header.type().descriptor());
        }
        List<String> texts = new ArrayList<>();
        int width = header.type().bytes();
        for (int i = 0; i < header.count(); i++) {
            texts.add(
                    header.type().isBytes()
                            ? utf8(ByteBuffer.wrap(bytes, i * width, width), i)
                            : codePoints(
                                    ByteBuffer.wrap(bytes, i * width, width)
                                            .order(header.type().order())));
        }
        return texts;
    }

    /** Read up to the zeros that fill what is left. */
    private static String codePoints(ByteBuffer values) {
        StringBuilder text = new StringBuilder();
        int length = 0;
        while (values.hasRemaining()) {
            int point = values.getInt();
            text.appendCodePoint(Character.isValidCodePoint(point) ? point : REPLACEMENT);
            length = point == 0 ? length : text.length();
        }
        return text.substring(0, length);
    }

    private static String utf8(ByteBuffer values, int index) {
        int end = values.limit();
        while (end > values.position() && values.get(end - 1) == 0) {
            end--;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(values.limit(end)).toString();
        } catch (CharacterCodingException e) {
            throw new ArrayFormatException(
                    "its text %d is not in UTF-8".formatted(index),
                    "convert it with numpy.char.decode, naming its encoding, before saving");
        }
    }

    private static ByteBuffer buffer(NpyHeader header, int count) {
        if (header.count() != count) {
            throw new IllegalArgumentException(
                    "%d values for a shape of %s".formatted(count, header.shape()));
        }
        return ByteBuffer.allocate(Math.toIntExact(header.bytes())).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Return the values of a row-major array of single precision. */
    public float[] floats() {
        expect(NpyType.FLOAT32);
        float[] values = new float[Math.toIntExact(header.count())];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /** Return the values of a row-major array of double precision. */
    public double[] doubles() {
        expect(NpyType.FLOAT64);
        double[] values = new double[Math.toIntExact(header.count())];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }

    /** Return the values of a row-major array of 32-bit whole numbers. */
    public int[] ints() {
        expect(NpyType.INT32);
        int[] values = new int[Math.toIntExact(header.count())];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(values);
        return values;
    }

    /** Return the values of an array of numbers of any type, the last dimension varying fastest. */
    public double[] numbers() {
        NpyType type = numeric();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(type.order());
        int[] places = places();
        double[] values = new double[places.length];
        Arrays.setAll(values, i -> type.number(buffer, places[i]));
        return values;
    }

    /**
     * Return the values of an array of whole numbers of any type, the last dimension varying
     * fastest.
     */
    public long[] wholes() {
        NpyType type = numeric();
        if (!type.isWhole()) {
            throw new ArrayFormatException(
                    "expected whole numbers, found values of type " + type.descriptor());
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(type.order());
        int[] places = places();
        long[] values = new long[places.length];
        Arrays.setAll(values, i -> type.whole(buffer, places[i]));
        return values;
    }

    private NpyType numeric() {
        if (header.type().isText()) {
            throw new ArrayFormatException("expected numbers, found texts");
        }
        return header.type();
    }

    /** Find the first byte of every value, in row-major order. */
    private int[] places() {
        int[] places = new int[Math.toIntExact(header.count())];
        int size = header.type().bytes();
        long[] shape = header.shape().stream().mapToLong(Long::longValue).toArray();
        for (int i = 0; i < places.length; i++) {
            places[i] = (header.columnMajor() ? columnMajor(i, shape) : i) * size;
        }
        return places;
    }

    private static int columnMajor(int rowMajor, long[] shape) {
        long stride = 1;
        for (long each : shape) {
            stride *= each;
        }
        long place = 0;
        long rest = rowMajor;
        for (int k = shape.length - 1; k >= 0; k--) {
            stride /= shape[k];
            place += rest % shape[k] * stride;
            rest /= shape[k];
        }
        return (int) place;
    }

    private void expect(NpyType type) {
        if (!header.type().equals(type) || header.columnMajor()) {
            throw new ArrayFormatException(
                    "expected row-major values of type %s, found %s%s"
                            .formatted(
                                    type.descriptor(),
                                    header.columnMajor() ? "column-major " : "",
                                    header.type().descriptor()));
        }
    }

    /** Write head and values. */
    public void write(OutputStream out) throws IOException {
        out.write(header.encode());
        out.write(bytes);
    }

    /**
     * Read head and values.
     *
     * @param most greatest number of bytes of values that is read
     * @throws ArrayFormatException if it is not such an array, is cut short, or is larger
     */
    public static NpyArray read(InputStream in, long most) throws IOException {
        NpyHeader header = NpyHeader.read(in);
        if (header.bytes() > most) {
            throw new ArrayFormatException(
                    "%d bytes of values; at most %d are expected".formatted(header.bytes(), most));
        }
        byte[] bytes = in.readNBytes(Math.toIntExact(header.bytes()));
        if (bytes.length < header.bytes()) {
            throw new ArrayFormatException(
                    "the values end after %d of %d bytes".formatted(bytes.length, header.bytes()));
        }
        return new NpyArray(header, bytes);
    }
}
