package dev.ramify.core.trunk;

import dev.ramify.api.option.InvalidOptionException;
import java.util.List;

/** Checks of options that several presets have. */
final class Require {

    private Require() {}

    /** Return a copy of widths, at least one, each at least 1. */
    static List<Integer> widths(String option, List<Integer> widths) {
        if (widths.isEmpty()) {
            throw new InvalidOptionException(option, "needs at least one width, found none");
        }
        for (int width : widths) {
            atLeastOne(option, width);
        }
        return List.copyOf(widths);
    }

    static void atLeastOne(String option, int value) {
        if (value < 1) {
            throw new InvalidOptionException(option, "must be at least 1, found " + value);
        }
    }

    static void oddKernel(String option, int kernel) {
        atLeastOne(option, kernel);
        if (kernel % 2 == 0) {
            throw new InvalidOptionException(
                    option,
                    "must be odd so that maps keep their size, found %d; the nearest are %d and %d"
                            .formatted(kernel, kernel - 1, kernel + 1));
        }
    }

    static void rate(String option, double rate) {
        if (!(rate >= 0 && rate < 1)) {
            throw new InvalidOptionException(option, "must be in [0, 1), found " + rate);
        }
    }
}
