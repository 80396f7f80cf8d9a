package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * What slides over a map: the pixels that each output value of a convolution or pooling sees.
 *
 * @param size height and width in pixels that are looked at
 * @param stride how far it moves from one output value to the next
 * @param dilation distance between neighbours that are looked at; 1 is dense
 * @param margins what is added to the map on each side
 * @param rounding whether a last window that does not fit wholly is left out or completed
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Window(
        Extent size,
        @Default("{\"height\":1,\"width\":1}") Extent stride,
        @Default("{\"height\":1,\"width\":1}") Extent dilation,
        @Default("{\"top\":0,\"left\":0,\"bottom\":0,\"right\":0}") Margins margins,
        @Default("\"floor\"") Rounding rounding) {

    private static final Extent ONE = new Extent(1, 1);

    /**
     * Rows and columns.
     *
     * @param height at least 1
     * @param width at least 1
     */
    public record Extent(int height, int width) {

        @Override
        public String toString() {
            return height + "x" + width;
        }
    }

    /**
     * Pixels added to a map, each at least 0.
     *
     * @param top rows above
     * @param left columns before
     * @param bottom rows below
     * @param right columns behind
     */
    public record Margins(int top, int left, int bottom, int right) {

        /** Nothing is added. */
        public static final Margins NONE = new Margins(0, 0, 0, 0);

        /** Create equal margins on every side. */
        public static Margins all(int pixels) {
            return new Margins(pixels, pixels, pixels, pixels);
        }

        @Override
        public String toString() {
            return equals(all(top))
                    ? Integer.toString(top)
                    : "%d above, %d left, %d below, %d right".formatted(top, left, bottom, right);
        }
    }

    /** What happens to pixels at the end that no whole window is left for. */
    public enum Rounding {
        /** They are left out. */
        FLOOR,
        /**
         * One more window takes them, as far as it begins inside the map or its first margin; what
         * it lacks is as a margin.
         */
        CEIL
    }

    /** Create a dense window of stride 1 without margins. */
    public static Window of(int height, int width) {
        return new Window(new Extent(height, width), ONE, ONE, Margins.NONE, Rounding.FLOOR);
    }

    /** Create a dense square window of stride 1 without margins. */
    public static Window square(int side) {
        return of(side, side);
    }

    /** Return a window of another size. */
    public Window withSize(int height, int width) {
        return new Window(new Extent(height, width), stride, dilation, margins, rounding);
    }

    /** Return a window with an equal stride both ways. */
    public Window withStride(int step) {
        return withStride(step, step);
    }

    /** Return a window with another stride. */
    public Window withStride(int down, int across) {
        return new Window(size, new Extent(down, across), dilation, margins, rounding);
    }

    /** Return a window with an equal dilation both ways. */
    public Window withDilation(int distance) {
        return withDilation(distance, distance);
    }

    /** Return a window with another dilation. */
    public Window withDilation(int down, int across) {
        return new Window(size, stride, new Extent(down, across), margins, rounding);
    }

    /** Return a window with equal margins on every side. */
    public Window withPadding(int pixels) {
        return withMargins(Margins.all(pixels));
    }

    /** Return a window with other margins. */
    public Window withMargins(Margins other) {
        return new Window(size, stride, dilation, other, rounding);
    }

    /**
     * Return a window whose margins make a map of stride 1 keep its size; the odd pixel comes at
     * the end, as in TensorFlow and ONNX's {@code SAME_UPPER}.
     */
    public Window keepingSize() {
        Extent reach = reach();
        int rows = reach.height() - 1;
        int columns = reach.width() - 1;
        return withMargins(
                new Margins(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2));
    }

    /** Return a window that rounds otherwise. */
    public Window withRounding(Rounding other) {
        return new Window(size, stride, dilation, margins, other);
    }

    /** Return the number of pixels that are looked at. */
    public int positions() {
        return Math.multiplyExact(size.height(), size.width());
    }

    /** Return the height and width from the first pixel that is looked at to the last. */
    public Extent reach() {
        return new Extent(
                (size.height() - 1) * dilation.height() + 1,
                (size.width() - 1) * dilation.width() + 1);
    }

    /**
     * Infer the size of the result; the channels stay.
     *
     * @param layer whom to blame
     * @throws ArchitectureException if the window does not fit into the map with its margins
     */
    public Shape output(String layer, Shape input) {
        return new Shape(
                input.channels(),
                rows().count(layer, input.height()),
                columns().count(layer, input.width()));
    }

    /**
     * Return the margins with what rounding adds at the end, so that all windows fit wholly.
     *
     * @param input shape of the map without margins
     */
    public Margins filled(Shape input) {
        return new Margins(
                margins.top(),
                margins.left(),
                margins.bottom() + rows().missing(input.height()),
                margins.right() + columns().missing(input.width()));
    }

    void check(String layer, String what) {
        Check.atLeast(layer, what + " height", size.height(), 1);
        Check.atLeast(layer, what + " width", size.width(), 1);
        Check.atLeast(layer, "stride", Math.min(stride.height(), stride.width()), 1);
        Check.atLeast(layer, "dilation", Math.min(dilation.height(), dilation.width()), 1);
        int least =
                Math.min(
                        Math.min(margins.top(), margins.left()),
                        Math.min(margins.bottom(), margins.right()));
        Check.atLeast(layer, "padding", least, 0);
        Check.values(layer, what, (double) size.height() * dilation.height());
        Check.values(layer, what, (double) size.width() * dilation.width());
        Check.values(layer, what, (double) size.height() * size.width());
    }

    /** Each window must hold a pixel of the map. */
    void checkMargins(String layer, String what) {
        Extent reach = reach();
        Check.that(
                Math.max(margins.top(), margins.bottom()) < reach.height()
                        && Math.max(margins.left(), margins.right()) < reach.width(),
                layer,
                "padding must be less than the %s of %s, found %s",
                what,
                reach,
                margins);
    }

    private Line rows() {
        return new Line(
                reach().height(), stride.height(), margins.top(), margins.bottom(), rounding);
    }

    private Line columns() {
        return new Line(reach().width(), stride.width(), margins.left(), margins.right(), rounding);
    }

    /** A window along one dimension. */
    private record Line(int reach, int stride, int before, int after, Rounding rounding) {

        int count(String layer, int pixels) {
            long free = (long) pixels + before + after - reach;
            Check.that(
                    free >= 0,
                    layer,
                    "a window of %d does not fit into %d pixels with padding %d",
                    reach,
                    pixels,
                    before == after ? before : before + after);
            long count = free / stride + 1;
            boolean open = free % stride != 0 && count * stride < (long) pixels + before;
            long all = rounding == Rounding.CEIL && open ? count + 1 : count;
            Check.values(layer, "output", all);
            return (int) all;
        }

        int missing(int pixels) {
            long needed = (count("window", pixels) - 1L) * stride + reach;
            return (int) Math.max(0, needed - pixels - before - after);
        }
    }
}
