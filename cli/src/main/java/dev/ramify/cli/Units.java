package dev.ramify.cli;

import java.util.Locale;

/** Writes large numbers for people. */
final class Units {

    private Units() {}

    /** Write bytes with a binary unit: {@code 1.5 MiB}. */
    static String bytes(long bytes) {
        return scaled(bytes, 1024, new String[] {"B", "KiB", "MiB", "GiB", "TiB"}, " ");
    }

    /** Write a number of things: {@code 1 seed}, {@code 3 seeds}. */
    static String of(int count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }

    /** Write a count with a decimal unit: {@code 1.5M}. */
    static String count(long count) {
        return scaled(count, 1000, new String[] {"", "k", "M", "G", "T"}, "");
    }

    private static String scaled(long value, int base, String[] units, String gap) {
        double scaled = value;
        int unit = 0;
        while (scaled >= base && unit < units.length - 1) {
            scaled /= base;
            unit++;
        }
        return unit == 0
                ? value + (units[0].isEmpty() ? "" : gap + units[0])
                : String.format(Locale.ROOT, "%.1f%s%s", scaled, gap, units[unit]);
    }
}
