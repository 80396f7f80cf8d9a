package dev.ramify.api.figure;

import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * A small raster, of colours or of numbers. Row 0 is at the top.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Picture {

    /** Return the number of columns. */
    int width();

    /** Return the number of rows. */
    int height();

    /**
     * Create a picture whose pixels are data themselves, such as a filter in the colours it sees.
     *
     * @param rgb {@code 0xRRGGBB} row by row
     * @throws IllegalArgumentException unless there are {@code width * height > 0} pixels
     */
    static Picture rgb(int width, int height, int[] rgb) {
        checkSize(width, height, rgb.length);
        return new Rgb(width, height, rgb.clone());
    }

    /**
     * Create a picture of numbers, to be coloured by a ramp.
     *
     * @param values row by row; {@code NaN} is left blank
     * @throws IllegalArgumentException unless there are {@code width * height > 0} values
     */
    static Picture values(int width, int height, double[] values, Ramp ramp) {
        checkSize(width, height, values.length);
        return new Values(width, height, values.clone(), ramp);
    }

    private static void checkSize(int width, int height, int found) {
        if (width < 1 || height < 1 || (long) width * height != found) {
            throw new IllegalArgumentException(
                    "a picture of %d by %d pixels cannot be made of %d"
                            .formatted(width, height, found));
        }
    }

    /** A picture of colours. */
    final class Rgb implements Picture {

        private final int width;
        private final int height;
        private final int[] rgb;

        private Rgb(int width, int height, int[] rgb) {
            this.width = width;
            this.height = height;
            this.rgb = rgb;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        /** Return a pixel as {@code 0xRRGGBB}. */
        public int rgb(int column, int row) {
            return rgb[row * width + column];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Rgb that && width == that.width && Arrays.equals(rgb, that.rgb);
        }

        @Override
        public int hashCode() {
            return 31 * width + Arrays.hashCode(rgb);
        }
    }

    /** A picture of numbers. */
    final class Values implements Picture {

        private final int width;
        private final int height;
        private final double[] values;
        private final Ramp ramp;

        private Values(int width, int height, double[] values, Ramp ramp) {
            this.width = width;
            this.height = height;
            this.values = values;
            this.ramp = ramp;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        /** Return the ramp that colours the numbers. */
        public Ramp ramp() {
            return ramp;
        }

        /** Return a number. */
        public double value(int column, int row) {
            return values[row * width + column];
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Values that
                    && width == that.width
                    && Arrays.equals(values, that.values)
                    && ramp.equals(that.ramp);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * width + Arrays.hashCode(values)) + ramp.hashCode();
        }
    }
}
