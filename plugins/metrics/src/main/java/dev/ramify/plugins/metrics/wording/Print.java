package dev.ramify.plugins.metrics.wording;

import dev.ramify.api.metric.UnitColumn;
import java.util.Locale;

/** Prints numbers alike everywhere. */
public final class Print {

    private Print() {}

    /** Print with two decimals and no zero before the point: {@code .31}. */
    public static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("^(-?)0\\.", "$1.");
    }

    /** Print a share as {@code 31 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** Make a column of one number per unit, {@code NaN} where there is none. */
    public static UnitColumn column(String name, double[] values) {
        return UnitColumn.Quantity.of(name, "", values);
    }

    /** Make a column of a number for each unit that varies. */
    public static UnitColumn column(String name, double[] values, boolean[] live) {
        double[] kept = values.clone();
        for (int unit = 0; unit < kept.length; unit++) {
            kept[unit] = live[unit] ? kept[unit] : Double.NaN;
        }
        return column(name, kept);
    }
}
