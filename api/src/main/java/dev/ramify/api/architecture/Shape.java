package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * The shape of one sample between two layers: channels first, then height and width.
 *
 * <p>A vector of {@code n} units is {@code n} channels of a 1x1 map.
 *
 * @param channels number of channels or units, at least 1
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Shape(int channels, int height, int width) {

    public Shape {
        if (channels < 1 || height < 1 || width < 1) {
            throw new IllegalArgumentException(
                    "a shape needs at least one channel, row and column, found %dx%dx%d"
                            .formatted(channels, height, width));
        }
    }

    /** Describe a vector of units. */
    public static Shape flat(int units) {
        return new Shape(units, 1, 1);
    }

    /** Return the number of values in one sample. */
    public int size() {
        return Math.multiplyExact(channels, Math.multiplyExact(height, width));
    }

    /** Return the number of positions in one channel. */
    public int area() {
        return Math.multiplyExact(height, width);
    }

    /** Tell whether this is a vector, that is a 1x1 map. */
    public boolean isFlat() {
        return height == 1 && width == 1;
    }

    /** Return the same map with another number of channels. */
    public Shape withChannels(int count) {
        return new Shape(count, height, width);
    }

    /** Print as {@code channels x height x width}, or the number of units of a vector. */
    @Override
    public String toString() {
        return isFlat() ? Integer.toString(channels) : channels + "x" + height + "x" + width;
    }
}
