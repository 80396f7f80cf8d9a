package dev.ramify.api.figure;

import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Something drawn in a plot. Positions are values of its axes, lengths are pixels at natural size.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Mark {

    /**
     * A line through points.
     *
     * @param path its points, at least one; a point with {@code NaN} interrupts it
     * @param stroke how it is drawn
     * @param label its name where values are read off; empty if they cannot be
     */
    record Line(List<Position> path, Stroke stroke, String label) implements Mark {

        public Line {
            path = List.copyOf(path);
        }
    }

    /**
     * An area between two lines: an interval, a distribution, what chance gives.
     *
     * @param slices its extent at ascending {@code x}
     * @param fill how it is filled
     * @param label as of the line whose interval it is; empty for none
     */
    record Band(List<Slice> slices, Fill fill, String label) implements Mark {

        public Band {
            slices = List.copyOf(slices);
        }
    }

    /**
     * The extent of a band at one place.
     *
     * @param x place
     * @param low lower end
     * @param high upper end
     */
    record Slice(double x, double low, double high) {}

    /**
     * Points, be they three or sixty thousand.
     *
     * @param points each with its own look
     */
    record Points(List<Point> points) implements Mark {

        public Points {
            points = List.copyOf(points);
        }
    }

    /**
     * One point.
     *
     * @param at its position
     * @param glyph its shape
     * @param size its diameter
     * @param color of the filling, or of the outline if it is hollow
     * @param hollow whether only the outline is drawn
     * @param tag what it tells
     */
    record Point(Position at, Glyph glyph, double size, Color color, boolean hollow, Tag tag) {}

    /**
     * Rectangles: bars, cells of a matrix, frames.
     *
     * @param rectangles each with its own look
     */
    record Rectangles(List<Rectangle> rectangles) implements Mark {

        public Rectangles {
            rectangles = List.copyOf(rectangles);
        }
    }

    /**
     * One rectangle.
     *
     * @param box its extent
     * @param fill how it is filled; null for none
     * @param outline how it is outlined; null for none
     * @param text words in its centre; empty for none
     * @param tag what it tells
     */
    record Rectangle(
            Box box, @Nullable Fill fill, @Nullable Stroke outline, String text, Tag tag) {}

    /**
     * Small pictures: filters, thumbnails, matrices.
     *
     * @param images each with its own place
     */
    record Images(List<Image> images) implements Mark {

        public Images {
            images = List.copyOf(images);
        }
    }

    /**
     * One picture.
     *
     * @param box its extent
     * @param picture its pixels, drawn unsmoothed
     * @param rim how it is outlined; null for none
     * @param hatched whether it is crossed out by diagonal lines, for dead units
     * @param tag what it tells
     */
    record Image(Box box, Picture picture, @Nullable Stroke rim, boolean hatched, Tag tag) {}

    /**
     * A straight line through the whole plot.
     *
     * @param direction whether it runs across or upright
     * @param at its value on the axis that it crosses
     * @param stroke how it is drawn
     * @param label words beside it; empty for none
     */
    record Rule(Direction direction, double at, Stroke stroke, String label) implements Mark {}

    /** Where a rule runs. */
    enum Direction {
        /** From left to right. */
        HORIZONTAL,
        /** From bottom to top. */
        VERTICAL
    }

    /**
     * Words.
     *
     * @param at position of the middle of the line, at its start, middle or end as {@code align}
     *     says
     * @param text the words, one line
     * @param align which part of the text is at the position
     * @param size height of the letters
     * @param strong whether they are bold
     * @param color their colour
     */
    record Text(Position at, String text, Align align, double size, boolean strong, Color color)
            implements Mark {}

    /** Which part of a text is at its position. */
    enum Align {
        START,
        MIDDLE,
        END
    }

    /**
     * A connection that leaves and arrives horizontally, as between layers and branches.
     *
     * @param from one end
     * @param to the other end
     * @param stroke how it is drawn
     */
    record Wire(Position from, Position to, Stroke stroke) implements Mark {}

    /**
     * A plot within the plot.
     *
     * @param box its extent, which takes the place of its own width and height
     * @param plot what it shows
     */
    record Inset(Box box, Plot plot) implements Mark {}
}
