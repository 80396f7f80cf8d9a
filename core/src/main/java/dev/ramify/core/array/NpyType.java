package dev.ramify.core.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of values, as NumPy names it: single and double precision, halves, whole numbers of all
 * sizes, truth values and texts, in either byte order.
 *
 * @param descriptor NumPy's name
 * @param bytes of one value
 */
public record NpyType(String descriptor, int bytes) {

    /** Single precision. */
    public static final NpyType FLOAT32 = new NpyType("<f4", 4);

    /** Double precision. */
    public static final NpyType FLOAT64 = new NpyType("<f8", 8);

    /** Whole numbers of 32 bits. */
    public static final NpyType INT32 = new NpyType("<i4", 4);

    private static final Pattern NUMBER = Pattern.compile("[<>]([fiu])([248])|\\|([iub])1");

    private static final Pattern TEXT = Pattern.compile("[<>]U([0-9]{1,6})");

    /** Texts of up to a number of code points, 4 bytes each. */
    public static NpyType text(int longest) {
        return new NpyType("<U" + longest, Math.multiplyExact(4, longest));
    }

    /** Tell whether values are texts. */
    public boolean isText() {
        return kind() == 'U';
    }

    /** Tell whether values are the upper halves of single precision. */
    public boolean isBfloat16() {
        return kind() == 'V';
    }

    /** Tell whether values are whole numbers or truth values. */
    public boolean isWhole() {
        return kind() == 'i' || kind() == 'u' || kind() == 'b';
    }

    /** Return the order of the bytes of a value. */
    public ByteOrder order() {
        return descriptor.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private char kind() {
        return descriptor.charAt(1);
    }

    static Optional<NpyType> find(String descriptor) {
        Matcher text = TEXT.matcher(descriptor);
        if (text.matches()) {
            return Optional.of(
                    new NpyType(
                            descriptor, Math.multiplyExact(4, Integer.parseInt(text.group(1)))));
        }
        return NUMBER.matcher(descriptor).matches()
                ? Optional.of(new NpyType(descriptor, descriptor.charAt(2) - '0'))
                : Optional.empty();
    }

    static String known() {
        return "f2, f4, f8, i1 to i8, u1 to u8, b1 and U, in either byte order";
    }

    /**
     * Read one number.
     *
     * @param values in the {@linkplain #order() order} of this type
     * @param at its first byte
     */
    public double number(ByteBuffer values, int at) {
        if (isBfloat16()) {
            return Float.intBitsToFloat(values.getShort(at) << Short.SIZE);
        }
        if (kind() == 'f') {
            return switch (bytes) {
                case 2 -> half(values.getShort(at));
                case 4 -> values.getFloat(at);
                default -> values.getDouble(at);
            };
        }
        long whole = whole(values, at);
        boolean wrapped = whole < 0 && kind() == 'u';
        return wrapped ? (whole >>> 1) * 2.0 + (whole & 1) : whole;
    }

    /**
     * Read one whole number; those without sign of 64 bits wrap around.
     *
     * @param values in the {@linkplain #order() order} of this type
     * @param at its first byte
     */
    public long whole(ByteBuffer values, int at) {
        boolean signed = kind() == 'i';
        return switch (bytes) {
            case 1 -> signed ? values.get(at) : Byte.toUnsignedLong(values.get(at));
            case 2 -> signed ? values.getShort(at) : Short.toUnsignedLong(values.getShort(at));
            case 4 -> signed ? values.getInt(at) : Integer.toUnsignedLong(values.getInt(at));
            default -> values.getLong(at);
        };
    }

    /** Decode half precision (IEEE 754 binary16). */
    private static double half(short bits) {
        int exponent = bits >> 10 & 0x1f;
        int fraction = bits & 0x3ff;
        double size =
                switch (exponent) {
                    case 0 -> Math.scalb((double) fraction, -24);
                    case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
                    default -> Math.scalb((double) (fraction + 0x400), exponent - 25);
                };
        return bits < 0 ? -size : size;
    }
}
