package dev.ramify.core.array;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A type of values, all little-endian, as NumPy names it.
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

    /** Whole numbers of 64 bits. */
    public static final NpyType INT64 = new NpyType("<i8", 8);

    /** Whole numbers of 16 bits. */
    public static final NpyType INT16 = new NpyType("<i2", 2);

    /** Whole numbers of 8 bits. */
    public static final NpyType INT8 = new NpyType("|i1", 1);

    /** Whole numbers of 8 bits without sign. */
    public static final NpyType UINT8 = new NpyType("|u1", 1);

    /** Truth values. */
    public static final NpyType BOOL = new NpyType("|b1", 1);

    private static final Map<String, NpyType> NUMBERS =
            List.of(FLOAT32, FLOAT64, INT32, INT64, INT16, INT8, UINT8, BOOL).stream()
                    .collect(Collectors.toMap(NpyType::descriptor, Function.identity()));

    private static final Pattern TEXT = Pattern.compile("<U([0-9]{1,6})");

    /** Texts of up to a number of code points, 4 bytes each. */
    public static NpyType text(int longest) {
        return new NpyType("<U" + longest, Math.multiplyExact(4, longest));
    }

    /** Tell whether values are texts. */
    public boolean isText() {
        return descriptor.startsWith("<U");
    }

    static Optional<NpyType> find(String descriptor) {
        Matcher matcher = TEXT.matcher(descriptor);
        if (matcher.matches()) {
            return Optional.of(text(Integer.parseInt(matcher.group(1))));
        }
        return Optional.ofNullable(NUMBERS.get(descriptor));
    }

    static String known() {
        return NUMBERS.keySet().stream().sorted().collect(Collectors.joining(", ")) + ", <U";
    }
}
