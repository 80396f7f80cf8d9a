package dev.ramify.api.text;

import dev.ramify.api.metric.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers as papers do: {@code .46}, {@code 1.23}, {@code p = .0004}. Terminal, report,
 * figures and sentences all write them so, and what one of them says can be found in the others.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Numbers {

    /** What stands for a number that there is not. */
    public static final String NONE = "\u2013";

    private static final double LEAST_PLAIN = 1e-4;

    private Numbers() {}

    /**
     * Write with two decimals, whole numbers without; what would round to zero with one digit, what
     * is 10 or more with three.
     */
    public static String value(@Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            return NONE;
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e6) {
            return Long.toString(Math.round(value));
        }
        if (size >= 9.995) {
            return new BigDecimal(value).round(new MathContext(3)).toPlainString();
        }
        if (size >= 0.0005 && size < 0.00995) {
            return significant(value, 1);
        }
        if (size < 0.0005) {
            return "0";
        }
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replaceFirst("^(-?)0\\.", "$1.");
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

    /**
     * Write a probability with two significant digits: {@code .41}, {@code .0005}, {@code 3e-5}.
     */
    public static String probability(@Nullable Double p) {
        if (p == null || !Double.isFinite(p)) {
            return NONE;
        }
        return p >= 0.995 ? "1" : p == 0 ? "0" : p >= 0.00995 ? value(p) : significant(p, 2);
    }

    /** Write {@code [.38, .54]}; nothing where there is no interval. */
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

    /** Write a number of things: {@code 1 seed}, {@code 5 seeds}. */
    public static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
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
}
