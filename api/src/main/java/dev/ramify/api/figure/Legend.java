package dev.ramify.api.figure;

import java.util.List;
import org.apiguardian.api.API;

/**
 * What marks and colours mean. Always shown: light and dark palettes differ in hue.
 *
 * @param keys in order
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Legend(List<Key> keys) {

    /** No legend. */
    public static final Legend NONE = new Legend(List.of());

    public Legend {
        keys = List.copyOf(keys);
    }

    /**
     * One entry: a sample beside its meaning.
     *
     * @param label the meaning
     * @param sample drawn with the marks that it explains
     */
    public record Key(String label, Plot sample) {

        private static final int WIDTH = 26;
        private static final int HEIGHT = 14;

        /** Explain marks, drawn on a board of 26 by 14 pixels. */
        public static Key of(String label, Mark... marks) {
            return new Key(label, Plot.board("", WIDTH, HEIGHT, List.of(marks), label));
        }

        /** Explain a line, with the point that ends it. */
        public static Key line(String label, Stroke stroke, Glyph glyph) {
            return of(
                    label,
                    new Mark.Line(List.of(new Position(0, 7), new Position(WIDTH, 7)), stroke, ""),
                    point(glyph, stroke.color(), false));
        }

        /** Explain a point. */
        public static Key point(String label, Glyph glyph, Color color, boolean hollow) {
            return of(label, point(glyph, color, hollow));
        }

        /** Explain a filled area. */
        public static Key area(String label, Fill fill) {
            return of(
                    label,
                    new Mark.Rectangles(
                            List.of(
                                    new Mark.Rectangle(
                                            new Box(2, 1, WIDTH - 2, HEIGHT - 1),
                                            fill,
                                            null,
                                            "",
                                            Tag.NONE))));
        }

        /** Explain a ramp by its colours from end to end. */
        public static Key ramp(String label, Ramp ramp) {
            int steps = 64;
            double[] values = new double[steps];
            for (int i = 0; i < steps; i++) {
                values[i] = ramp.low() + (ramp.high() - ramp.low()) * i / (steps - 1);
            }
            Mark.Image bar =
                    new Mark.Image(
                            new Box(0, 2, 120, HEIGHT - 2),
                            Picture.values(steps, 1, values, ramp),
                            null,
                            false,
                            Tag.NONE);
            return new Key(
                    label,
                    Plot.board("", 120, HEIGHT, List.of(new Mark.Images(List.of(bar))), label));
        }

        private static Mark point(Glyph glyph, Color color, boolean hollow) {
            return new Mark.Points(
                    List.of(
                            new Mark.Point(
                                    new Position(WIDTH / 2.0, HEIGHT / 2.0),
                                    glyph,
                                    8,
                                    color,
                                    hollow,
                                    Tag.NONE)));
        }
    }
}
