package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * How a line is drawn.
 *
 * @param color its colour
 * @param width in pixels at natural size
 * @param dash its pattern
 * @param opacity from 0 to 1
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Stroke(Color color, double width, Dash dash, double opacity) {

    /** The pattern of a line. */
    public enum Dash {
        /** Unbroken. */
        SOLID,
        /** Long strokes. */
        DASHED,
        /** Dots. */
        DOTTED
    }

    /** Create an unbroken line. */
    public static Stroke solid(Color color, double width) {
        return new Stroke(color, width, Dash.SOLID, 1);
    }

    /** Return the same line in another pattern. */
    public Stroke with(Dash other) {
        return new Stroke(color, width, other, opacity);
    }

    /** Return the same line with another opacity. */
    public Stroke faded(double to) {
        return new Stroke(color, width, dash, to);
    }
}
