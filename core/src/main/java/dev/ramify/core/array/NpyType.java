package dev.ramify.core.array;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of values that are read and written, all little-endian. */
public enum NpyType {
    /** Single precision. */
    FLOAT32("<f4", 4),
    /** Double precision. */
    FLOAT64("<f8", 8),
    /** Whole numbers of 32 bits. */
    INT32("<i4", 4),
    /** Whole numbers of 64 bits. */
    INT64("<i8", 8),
    /** Whole numbers of 16 bits. */
    INT16("<i2", 2),
    /** Whole numbers of 8 bits. */
    INT8("|i1", 1),
    /** Whole numbers of 8 bits without sign. */
    UINT8("|u1", 1),
    /** Truth values. */
    BOOL("|b1", 1);

    private final String descriptor;
    private final int bytes;

    NpyType(String descriptor, int bytes) {
        this.descriptor = descriptor;
        this.bytes = bytes;
    }

    /** Return NumPy's name of the type. */
    public String descriptor() {
        return descriptor;
    }

    /** Return the number of bytes of one value. */
    public int bytes() {
        return bytes;
    }

    static Optional<NpyType> find(String descriptor) {
        return Arrays.stream(values())
                .filter(type -> type.descriptor.equals(descriptor))
                .findFirst();
    }

    static List<String> descriptors() {
        return Arrays.stream(values()).map(NpyType::descriptor).toList();
    }
}
