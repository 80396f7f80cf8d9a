package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Maximum or average over a square window. Padding takes no part in a maximum and is not counted in
 * an average.
 *
 * @param name unique within its branch
 * @param kind maximum or average
 * @param window side in pixels, at least 1
 * @param stride step in pixels, at least 1
 * @param padding pixels on every side, less than {@code window}
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Pooling(
        String name, Kind kind, int window, @Default("1") int stride, @Default("0") int padding)
        implements Layer {

    /** What is taken of a window. */
    public enum Kind {
        /** The largest value. */
        MAX,
        /** The mean of the values inside the map. */
        AVERAGE
    }

    public Pooling {
        Names.check(name);
        Check.atLeast(name, "window", window, 1);
        Check.atLeast(name, "stride", stride, 1);
        Check.atLeast(name, "padding", padding, 0);
        Check.that(
                padding < window,
                name,
                "padding must be less than the window of %d, found %d",
                window,
                padding);
    }

    /** Create a maximum over disjoint windows without padding. */
    public static Pooling max(String name, int window) {
        return new Pooling(name, Kind.MAX, window, window, 0);
    }

    @Override
    public Shape output(Shape input) {
        int height = Window.output(name, input.height(), window, stride, padding);
        int width = Window.output(name, input.width(), window, stride, padding);
        Check.values(name, "output", (double) input.channels() * height * width);
        return new Shape(input.channels(), height, width);
    }
}
