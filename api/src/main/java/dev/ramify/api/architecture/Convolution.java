package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * A two-dimensional convolution with a square kernel.
 *
 * <p>With {@code groups > 1}, filter group {@code g} sees input channel group {@code g} alone.
 *
 * @param name unique within its branch
 * @param filters output channels, a multiple of {@code groups}
 * @param kernel side of the kernel in pixels, at least 1
 * @param stride step in pixels, at least 1
 * @param padding zeros on every side in pixels, less than {@code kernel}
 * @param groups number of channel groups, at least 1
 * @param bias whether a bias is added to each output channel
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Convolution(
        String name,
        int filters,
        int kernel,
        @Default("1") int stride,
        @Default("0") int padding,
        @Default("1") int groups,
        @Default("true") boolean bias)
        implements WeightedLayer {

    public Convolution {
        Names.check(name);
        Check.atLeast(name, "filters", filters, 1);
        Check.atLeast(name, "kernel", kernel, 1);
        Check.atLeast(name, "stride", stride, 1);
        Check.atLeast(name, "padding", padding, 0);
        Check.atLeast(name, "groups", groups, 1);
        Check.that(
                padding < kernel,
                name,
                "padding must be less than the kernel of %d, found %d",
                kernel,
                padding);
        Check.that(
                filters % groups == 0,
                name,
                "%d filters cannot be split into %d equal groups",
                filters,
                groups);
    }

    /**
     * Create a convolution of stride 1 that keeps the size of the map: odd kernel, one group, bias.
     */
    public static Convolution same(String name, int filters, int kernel) {
        return new Convolution(name, filters, kernel, 1, kernel / 2, 1, true);
    }

    @Override
    public Shape output(Shape input) {
        Check.that(
                input.channels() % groups == 0,
                name,
                "%d input channels cannot be split into %d equal groups",
                input.channels(),
                groups);
        int inputsPerFilter = input.channels() / groups;
        int height = Window.output(name, input.height(), kernel, stride, padding);
        int width = Window.output(name, input.width(), kernel, stride, padding);
        Check.values(name, "output", (double) filters * height * width);
        Check.values(name, "kernel", (double) filters * kernel * kernel * inputsPerFilter);
        return new Shape(filters, height, width);
    }

    @Override
    public int units() {
        return filters;
    }

    @Override
    public Convolution withUnits(int units) {
        return new Convolution(name, units, kernel, stride, padding, groups, bias);
    }

    @Override
    public long parameters(Shape input) {
        long weights = (long) filters * (input.channels() / groups) * kernel * kernel;
        return bias ? weights + filters : weights;
    }

    @Override
    public long macs(Shape input) {
        return (long) output(input).size() * (input.channels() / groups) * kernel * kernel;
    }
}
