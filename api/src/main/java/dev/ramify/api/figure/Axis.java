package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * An axis of a plot.
 *
 * @param label what it shows; empty for none
 * @param unit unit of its numbers, such as {@code cycles/pixel}; empty for none
 * @param scale how values become positions
 * @param visible whether line, ticks and label are drawn
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Axis(String label, String unit, Scale scale, boolean visible) {

    /** Create a visible axis. */
    public static Axis of(String label, String unit, Scale scale) {
        return new Axis(label, unit, scale, true);
    }

    /** Create a linear axis that positions marks but is not drawn. */
    public static Axis hidden(double from, double to) {
        return new Axis("", "", Scale.linear(from, to), false);
    }
}
