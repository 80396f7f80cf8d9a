package dev.ramify.core.rendering.markup;

/** Writes numbers for markup: at most two decimals, no exponent, no locale. */
public final class Decimal {

    private Decimal() {}

    /** Format a coordinate or a length in pixels. */
    public static String format(double value) {
        long hundredths = Math.round(value * 100);
        StringBuilder text = new StringBuilder();
        if (hundredths < 0) {
            text.append('-');
            hundredths = -hundredths;
        }
        text.append(hundredths / 100);
        int rest = (int) (hundredths % 100);
        if (rest != 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 != 0) {
                text.append(rest % 10);
            }
        }
        return text.toString();
    }
}
