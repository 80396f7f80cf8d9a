package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Glyph;
import dev.ramify.core.rendering.markup.Decimal;

/** Path data of glyphs and hatchings. */
final class Shapes {

    private static final double HATCH_STEP = 5;

    private Shapes() {}

    /** Return the outline of a glyph; all have about the area of a circle of that diameter. */
    static String glyph(Glyph glyph, double x, double y, double size) {
        double r = size / 2;
        return switch (glyph) {
            case CIRCLE ->
                    new Path().move(x - r, y).arc(r, x + r, y).arc(r, x - r, y).close().toString();
            case TRIANGLE -> {
                double t = r * 1.25;
                yield polygon(x, y - t, x + t * .95, y + t * .7, x - t * .95, y + t * .7);
            }
            case SQUARE -> {
                double s = r * .9;
                yield polygon(x - s, y - s, x + s, y - s, x + s, y + s, x - s, y + s);
            }
            case DIAMOND -> {
                double d = r * 1.25;
                yield polygon(x, y - d, x + d, y, x, y + d, x - d, y);
            }
            case CROSS -> bars(x, y, r * 1.1, r * .38, Math.PI / 4);
            case PLUS -> bars(x, y, r * 1.15, r * .38, 0);
        };
    }

    /** Return diagonal lines that fill a frame, clipped to it. */
    static String hatching(Frame frame) {
        Path path = new Path();
        double reach = frame.width() + frame.height();
        for (double offset = HATCH_STEP / 2; offset < reach; offset += HATCH_STEP) {
            // The line from (left + offset, top) down to (left, top + offset), cut at two edges.
            double x0 = Math.min(offset, frame.width());
            double y0 = offset - x0;
            double y1 = Math.min(offset, frame.height());
            double x1 = offset - y1;
            path.move(frame.left() + x0, frame.top() + y0)
                    .lineTo(frame.left() + x1, frame.top() + y1);
        }
        return path.toString();
    }

    private static String polygon(double... xy) {
        Path path = new Path().move(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        return path.close().toString();
    }

    /** A plus of two bars, turned. */
    private static String bars(double x, double y, double arm, double half, double turn) {
        double[][] corners = {
            {arm, -half}, {arm, half}, {half, half}, {half, arm}, {-half, arm}, {-half, half},
            {-arm, half}, {-arm, -half}, {-half, -half}, {-half, -arm}, {half, -arm}, {half, -half}
        };
        double[] xy = new double[corners.length * 2];
        for (int i = 0; i < corners.length; i++) {
            double a = corners[i][0];
            double b = corners[i][1];
            xy[2 * i] = x + a * Math.cos(turn) - b * Math.sin(turn);
            xy[2 * i + 1] = y + a * Math.sin(turn) + b * Math.cos(turn);
        }
        return polygon(xy);
    }

    /** Builds path data. */
    static final class Path {

        private final StringBuilder data = new StringBuilder();

        Path move(double x, double y) {
            return point('M', x, y);
        }

        Path lineTo(double x, double y) {
            return point('L', x, y);
        }

        Path arc(double r, double x, double y) {
            data.append('A').append(Decimal.format(r)).append(' ').append(Decimal.format(r));
            data.append(" 0 0 1 ").append(Decimal.format(x)).append(' ').append(Decimal.format(y));
            return this;
        }

        Path curve(double x1, double y1, double x2, double y2, double x, double y) {
            point('C', x1, y1).point(' ', x2, y2).point(' ', x, y);
            return this;
        }

        Path close() {
            data.append('Z');
            return this;
        }

        private Path point(char command, double x, double y) {
            data.append(command).append(Decimal.format(x)).append(' ').append(Decimal.format(y));
            return this;
        }

        @Override
        public String toString() {
            return data.toString();
        }
    }
}
