package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * A two-dimensional convolution.
 *
 * <p>With {@code groups > 1}, filter group {@code g} sees input channel group {@code g} alone.
 *
 * @param name unique within its branch
 * @param filters output channels, a multiple of {@code groups}
 * @param window what each output value sees; margins hold zeros
 * @param groups number of channel groups, at least 1
 * @param bias whether a bias is added to each output channel
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Convolution(
        String name,
        int filters,
        Window window,
        @Default("1") int groups,
        @Default("true") boolean bias)
        implements WeightedLayer {

    public Convolution {
        Names.check(name);
        Check.atLeast(name, "filters", filters, 1);
        Check.atLeast(name, "groups", groups, 1);
        window.check(name, "kernel");
        Check.that(
                filters % groups == 0,
                name,
                "%d filters cannot be split into %d equal groups",
                filters,
                groups);
    }

    /** Create a convolution of one group with bias. */
    public static Convolution of(String name, int filters, Window window) {
        return new Convolution(name, filters, window, 1, true);
    }

    /**
     * Create a convolution of stride 1 that keeps the size of the map: odd square kernel, one
     * group, bias.
     */
    public static Convolution same(String name, int filters, int kernel) {
        return of(name, filters, Window.square(kernel).withPadding(kernel / 2));
    }

    @Override
    public Shape output(Shape input) {
        Check.that(
                input.channels() % groups == 0,
                name,
                "%d input channels cannot be split into %d equal groups",
                input.channels(),
                groups);
        Shape output = window.output(name, input).withChannels(filters);
        Check.values(name, "output", (double) filters * output.height() * output.width());
        Check.values(
                name,
                "kernel",
                (double) filters * window.positions() * (input.channels() / groups));
        return output;
    }

    @Override
    public int units() {
        return filters;
    }

    @Override
    public Convolution withUnits(int units) {
        return new Convolution(name, units, window, groups, bias);
    }

    @Override
    public Convolution withName(String other) {
        return new Convolution(other, filters, window, groups, bias);
    }

    /** Return the same convolution with another window. */
    public Convolution withWindow(Window other) {
        return new Convolution(name, filters, other, groups, bias);
    }

    /** Return the same convolution with other groups. */
    public Convolution withGroups(int count) {
        return new Convolution(name, filters, window, count, bias);
    }

    @Override
    public Convolution withBias(boolean has) {
        return new Convolution(name, filters, window, groups, has);
    }

    @Override
    public long parameters(Shape input) {
        long weights = (long) filters * (input.channels() / groups) * window.positions();
        return bias ? weights + filters : weights;
    }

    @Override
    public long macs(Shape input) {
        return (long) output(input).size() * (input.channels() / groups) * window.positions();
    }

    @Override
    public <R> R accept(LayerVisitor<R> visitor) {
        return visitor.convolution(this);
    }
}
