package dev.ramify.core.array;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of values, as NumPy names it: single and double precision, halves of both kinds, whole
 * numbers of all sizes, truth values and texts, in either byte order.
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

    private static final Pattern NUMBER = Pattern.compile("([<>=|]?)(?:([fiu])([248])|([iub])1)");

    private static final Pattern TEXT = Pattern.compile("([<>=|]?)([US])([0-9]{1,8})");

    /**
     * What NumPy writes of types that it does not know, by ml_dtypes, JAX and PyTorch: bfloat16.
     */
    private static final Pattern BFLOAT16 = Pattern.compile("([<>=|]?)V2");

    private static final Pattern FULL_NAME =
            Pattern.compile("(float|int|uint)(8|16|32|64)|(bool)_?|(bfloat16)|(\\?)");

    /** Texts of up to a number of code points, 4 bytes each. */
    public static NpyType text(int longest) {
        return new NpyType("<U" + longest, Math.multiplyExact(4, longest));
    }

    /** Tell whether values are texts. */
    public boolean isText() {
        return kind() == 'U' || kind() == 'S';
    }

    /** Tell whether texts are bytes, in UTF-8, rather than code points. */
    boolean isBytes() {
        return kind() == 'S';
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

    /**
     * Understand a type's name, in any of the spellings that NumPy reads.
     *
     * @throws ArrayFormatException if values of this type are not read
     */
    static NpyType read(String descriptor) {
        String name = FULL_NAME.matcher(descriptor).matches() ? shortened(descriptor) : descriptor;
        Matcher number = NUMBER.matcher(name);
        if (number.matches()) {
            int bytes = number.group(4) == null ? number.group(3).charAt(0) - '0' : 1;
            String kind = number.group(4) == null ? number.group(2) : number.group(4);
            return new NpyType((bytes == 1 ? "|" : order(number)) + kind + bytes, bytes);
        }
        Matcher text = TEXT.matcher(name);
        if (text.matches()) {
            boolean wide = text.group(2).equals("U");
            int length = Integer.parseInt(text.group(3));
            return new NpyType(
                    (wide ? order(text) : "|") + text.group(2) + length,
                    (wide ? Integer.BYTES : 1) * length);
        }
        Matcher bfloat16 = BFLOAT16.matcher(name);
        if (bfloat16.matches()) {
            String order = "|".equals(bfloat16.group(1)) ? "|" : order(bfloat16);
            return new NpyType(order + "V2", Short.BYTES);
        }
        throw new ArrayFormatException(
                "values of type '%s'; the types read are %s".formatted(descriptor, known()),
                remedy(name));
    }

    private static String shortened(String name) {
        if (name.equals("?") || name.startsWith("bool")) {
            return "b1";
        }
        if (name.equals("bfloat16")) {
            return "V2";
        }
        int bits = Integer.parseInt(name.replaceAll("\\D+", ""));
        return name.substring(0, 1) + bits / Byte.SIZE;
    }

    private static String order(Matcher matcher) {
        return ">".equals(matcher.group(1)) ? ">" : "<";
    }

    private static String remedy(String name) {
        String kind = name.replaceFirst("^[<>=|]", "");
        if (kind.startsWith("O")) {
            return "Python objects are never read; save numbers or texts, without dtype=object";
        }
        if (kind.startsWith("c")) {
            return "save its parts, .real and .imag, as two arrays";
        }
        return switch (kind.isEmpty() ? ' ' : kind.charAt(0)) {
            case 'M', 'm', 'i', 'u' -> "convert it with .astype('int64') before saving";
            case 'a' -> "convert it with .astype(str) before saving";
            default -> "convert it with .astype('float32') before saving";
        };
    }

    static String known() {
        return "f2, f4, f8, bfloat16 (V2), i1 to i8, u1 to u8, b1, U and S, in either byte order";
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
