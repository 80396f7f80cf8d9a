package dev.ramify.plugins.visualizers.wording;

import dev.ramify.api.metric.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes numbers as papers do: {@code .46}, {@code 1.23}, {@code p = .0004}. */
public final class Numbers {

    /** What stands for a number that there is not. */
    public static final String NONE = "\u2013";

    private static final double LEAST_PLAIN = 1e-4;

    private Numbers() {}

    /** Write with two decimals; smaller numbers with one digit, larger ones with three. */
    public static String value(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (size >= 9.995) {
            BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
            return signed(rounded.toPlainString());
        }
        if (size >= 0.0005 && size < 0.00995) {
            return signed(significant(value, 1));
        }
        return signed(String.format(Locale.ROOT, "%.2f", value).replaceFirst("^(-?)0\\.", "$1."));
    }

    /** Write a number that came as text like other numbers, and any other text as it is. */
    public static String shortened(String text) {
        try {
            return text.contains(".") ? value(Double.parseDouble(text)) : text;
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** Write {@code p = .0004}, with two significant digits. */
    public static String p(@Nullable Double p) {
        return "p = " + probability(p);
    }

    /** Write a probability with two significant digits. */
    public static String probability(@Nullable Double p) {
        if (p == null || !Double.isFinite(p)) {
            return NONE;
        }
        return p >= 0.995 ? "1" : p == 0 ? "0" : p >= 0.01 ? value(p) : significant(p, 2);
    }

    /** Write {@code [.38, .54]}. */
    public static String interval(@Nullable Interval interval) {
        return interval == null
                ? ""
                : "[" + value(interval.low()) + ", " + value(interval.high()) + "]";
    }

    /** Write {@code 12.3 k}, {@code 4.56 M}. */
    public static String count(long count) {
        if (count < 10_000) {
            return String.format(Locale.ROOT, "%,d", count);
        }
        String[] units = {"k", "M", "G", "T", "P", "E"};
        double scaled = count;
        int unit = -1;
        while (scaled >= 999.5) {
            scaled /= 1000;
            unit++;
        }
        return new BigDecimal(scaled).round(new MathContext(3)).toPlainString()
                + "\u00a0"
                + units[unit];
    }

    /** Write a share as {@code 81.2 %}. */
    public static String percent(double share) {
        return Double.isFinite(share)
                ? String.format(Locale.ROOT, "%.1f\u00a0%%", share * 100)
                : NONE;
    }

    private static String significant(double value, int digits) {
        if (Math.abs(value) < LEAST_PLAIN) {
            return String.format(Locale.ROOT, "%.1e", value)
                    .replaceFirst("(\\.0)?e([-+])0*", "e$2")
                    .replace("e+", "e");
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        return rounded.stripTrailingZeros().toPlainString().replaceFirst("^(-?)0\\.", "$1.");
    }

    private static String signed(String text) {
        String minus = text.startsWith("-") ? "\u2212" + text.substring(1) : text;
        return minus.equals("\u2212.00") ? ".00" : minus;
    }
}
