package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * Maximum or mean over windows. Margins take no part in a maximum.
 *
 * @param name unique within its branch
 * @param kind maximum or average
 * @param window what each output value sees; its margins are smaller than its reach, so that each
 *     holds a pixel
 * @param paddingCounted whether margins count as zeros in an average; pixels that only rounding
 *     adds never count
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Pooling(
        String name, Kind kind, Window window, @Default("false") boolean paddingCounted)
        implements Layer {

    /** What is taken of a window. */
    public enum Kind {
        /** The largest value. */
        MAX,
        /** The mean of the values. */
        AVERAGE
    }

    public Pooling {
        Names.check(name);
        window.check(name, "window");
        window.checkMargins(name, "window");
        Check.that(
                kind == Kind.AVERAGE || !paddingCounted,
                name,
                "padding can be counted in an average, not in a maximum");
    }

    /** Create a maximum over disjoint square windows without padding. */
    public static Pooling max(String name, int side) {
        return max(name, Window.square(side).withStride(side));
    }

    /** Create a maximum. */
    public static Pooling max(String name, Window window) {
        return new Pooling(name, Kind.MAX, window, false);
    }

    /** Create a mean over disjoint square windows without padding. */
    public static Pooling average(String name, int side) {
        return average(name, Window.square(side).withStride(side));
    }

    /** Create a mean of the values inside the map. */
    public static Pooling average(String name, Window window) {
        return new Pooling(name, Kind.AVERAGE, window, false);
    }

    @Override
    public Pooling withName(String other) {
        return new Pooling(other, kind, window, paddingCounted);
    }

    /** Return the same pooling with another window. */
    public Pooling withWindow(Window other) {
        return new Pooling(name, kind, other, paddingCounted);
    }

    /** Return the same average, with margins counted as zeros or not. */
    public Pooling withPaddingCounted(boolean counted) {
        return new Pooling(name, kind, window, counted);
    }

    @Override
    public Shape output(Shape input) {
        Shape output = window.output(name, input);
        Check.values(name, "output", (double) input.channels() * output.height() * output.width());
        return output;
    }

    /** Acts on each channel alone. */
    @Override
    public boolean isPerChannel() {
        return true;
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.pooling(this);
    }
}
