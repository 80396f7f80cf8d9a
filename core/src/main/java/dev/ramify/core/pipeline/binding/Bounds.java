package dev.ramify.core.pipeline.binding;

import java.math.BigDecimal;

/**
 * The range of numbers that an option allows.
 *
 * @param min the least, or negative infinity
 * @param max the greatest, or positive infinity
 */
public record Bounds(double min, double max) {

    static final Bounds NONE = new Bounds(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** Return the bounds of an option. */
    public static Bounds of(OptionSchema option) {
        return new Bounds(option.min(), option.max());
    }

    boolean allow(double value) {
        return value >= min && value <= max;
    }

    /** Narrow to what a type can hold. */
    Bounds within(double least, double most) {
        double above = Math.max(min, least);
        double below = Math.min(max, most);
        return new Bounds(above, below);
    }

    /** Say which numbers are allowed; empty if all are. */
    public String describe() {
        boolean below = Double.isInfinite(min);
        boolean above = Double.isInfinite(max);
        if (below && above) {
            return "";
        }
        if (above) {
            return "at least " + plain(min);
        }
        return below
                ? "at most " + plain(max)
                : "between %s and %s".formatted(plain(min), plain(max));
    }

    private static String plain(double value) {
        BigDecimal decimal = BigDecimal.valueOf(value).stripTrailingZeros();
        return Math.abs(value) >= 1e-4 || value == 0 ? decimal.toPlainString() : decimal.toString();
    }
}
