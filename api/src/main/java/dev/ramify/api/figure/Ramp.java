package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * A continuous mapping of numbers to colours.
 *
 * @param kind whether it has a middle
 * @param low number of the first colour
 * @param middle number of the middle colour: zero, or what chance gives; ignored by a sequential
 *     ramp
 * @param high number of the last colour
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Ramp(Kind kind, double low, double middle, double high) {

    /** Whether a ramp has a middle. */
    public enum Kind {
        /** From little to much. */
        SEQUENTIAL,
        /** From a middle to two sides. */
        DIVERGING
    }

    /**
     * @throws IllegalArgumentException unless the numbers are finite and ascend
     */
    public Ramp {
        if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "a ramp ascends between finite numbers, found %s to %s".formatted(low, high));
        }
        if (kind == Kind.DIVERGING && !(low < middle && middle < high)) {
            throw new IllegalArgumentException(
                    "the middle of a ramp from %s to %s lies between them, found %s"
                            .formatted(low, high, middle));
        }
    }

    /** Create a ramp from little to much. */
    public static Ramp sequential(double low, double high) {
        return new Ramp(Kind.SEQUENTIAL, low, (low + high) / 2, high);
    }

    /** Create a ramp that reaches equally far to both sides of its middle. */
    public static Ramp diverging(double middle, double reach) {
        return new Ramp(Kind.DIVERGING, middle - reach, middle, middle + reach);
    }
}
