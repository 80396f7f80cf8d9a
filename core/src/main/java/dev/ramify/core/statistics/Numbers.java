package dev.ramify.core.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Prints numbers as papers do: two digits that matter, no zero before the point. */
final class Numbers {

    private Numbers() {}

    /** Print a value with two decimals below 10 and one above: {@code .71}, {@code 13.7}. */
    static String value(double value) {
        int decimals = Math.abs(value) < 9.995 ? 2 : 1;
        BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
        String text = rounded.stripTrailingZeros().toPlainString();
        return text.startsWith("0.")
                ? text.substring(1)
                : text.startsWith("-0.") ? "-" + text.substring(2) : text;
    }

    /** Print a p: {@code .41}, {@code .0005}, {@code 3e-5}. */
    static String p(double p) {
        BigDecimal rounded = new BigDecimal(p).round(new MathContext(2, RoundingMode.HALF_EVEN));
        if (rounded.signum() == 0 || rounded.compareTo(new BigDecimal("0.0001")) >= 0) {
            String text = rounded.stripTrailingZeros().toPlainString();
            return text.startsWith("0.") ? text.substring(1) : text;
        }
        return String.format(Locale.ROOT, "%.0e", p).replace("e-0", "e-");
    }
}
