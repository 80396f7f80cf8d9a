package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Box;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Fill;
import dev.ramify.api.figure.Mark;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Mark.Direction;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Position;
import dev.ramify.api.figure.Tag;
import java.util.List;

/** Draws the marks of one plot. */
final class MarkPainter {

    private static final double CELL_TEXT = 11;

    private final Surface surface;
    private final Frame area;
    private final Projection x;
    private final Projection y;

    MarkPainter(Plot plot, Frame area, Surface surface) {
        this.surface = surface;
        this.area = area;
        this.x = Projection.across(plot.x().scale(), area);
        this.y = Projection.upright(plot.y().scale(), area);
    }

    void paint(Mark mark) {
        if (mark instanceof Mark.Line line) {
            surface.path(path(line.path()), line.stroke());
        } else if (mark instanceof Mark.Band band) {
            paint(band);
        } else if (mark instanceof Mark.Points points) {
            points.points().forEach(this::paint);
        } else if (mark instanceof Mark.Rectangles rectangles) {
            rectangles.rectangles().forEach(this::paint);
        } else if (mark instanceof Mark.Images images) {
            images.images().forEach(this::paint);
        } else if (mark instanceof Mark.Rule rule) {
            paint(rule);
        } else if (mark instanceof Mark.Text text) {
            surface.text(
                    x.at(text.at().x()),
                    y.at(text.at().y()),
                    text.text(),
                    text.size(),
                    text.align(),
                    text.strong(),
                    text.color(),
                    null);
        } else if (mark instanceof Mark.Wire wire) {
            paint(wire);
        } else if (mark instanceof Mark.Inset inset) {
            new PlotPainter(surface).paint(inset.plot(), frame(inset.box()));
        } else {
            throw new IllegalArgumentException("no way to draw a " + mark.getClass().getName());
        }
    }

    private String path(List<Position> points) {
        Shapes.Path path = new Shapes.Path();
        boolean drawing = false;
        for (Position point : points) {
            double px = x.at(point.x());
            double py = y.at(point.y());
            if (!Double.isFinite(px) || !Double.isFinite(py)) {
                drawing = false;
            } else if (drawing) {
                path.lineTo(px, py);
            } else {
                path.move(px, py);
                drawing = true;
            }
        }
        return path.toString();
    }

    private void paint(Mark.Band band) {
        List<Mark.Slice> slices =
                band.slices().stream()
                        .filter(s -> Double.isFinite(s.low()) && Double.isFinite(s.high()))
                        .toList();
        if (slices.isEmpty()) {
            return;
        }
        Shapes.Path path = new Shapes.Path();
        path.move(x.at(slices.get(0).x()), y.at(slices.get(0).high()));
        slices.stream().skip(1).forEach(s -> path.lineTo(x.at(s.x()), y.at(s.high())));
        for (int i = slices.size() - 1; i >= 0; i--) {
            path.lineTo(x.at(slices.get(i).x()), y.at(slices.get(i).low()));
        }
        surface.out()
                .empty(
                        "path",
                        "d",
                        path.close().toString(),
                        "fill",
                        surface.css(band.fill().color()),
                        "opacity",
                        Surface.opacity(band.fill().opacity()));
    }

    private void paint(Mark.Point point) {
        double px = x.at(point.at().x());
        double py = y.at(point.at().y());
        if (!Double.isFinite(px) || !Double.isFinite(py)) {
            return;
        }
        String color = surface.css(point.color());
        tagged(
                point.tag(),
                () ->
                        surface.out()
                                .empty(
                                        "path",
                                        "d",
                                        Shapes.glyph(point.glyph(), px, py, point.size()),
                                        "fill",
                                        point.hollow() ? surface.css(Tone.SURFACE) : color,
                                        "stroke",
                                        point.hollow() ? color : null,
                                        "stroke-width",
                                        point.hollow() ? 1.6 : null));
    }

    private void paint(Mark.Rectangle rectangle) {
        Frame frame = frame(rectangle.box());
        tagged(
                rectangle.tag(),
                () -> {
                    Fill fill = rectangle.fill();
                    if (fill != null && fill.hatched()) {
                        surface.rect(frame, surface.css(Tone.SURFACE), 1, null);
                        surface.hatch(frame, fill.color());
                    }
                    String inside =
                            fill == null || fill.hatched() ? "none" : surface.css(fill.color());
                    surface.rect(
                            frame, inside, fill == null ? 1 : fill.opacity(), rectangle.outline());
                    if (!rectangle.text().isEmpty()) {
                        surface.text(
                                frame.left() + frame.width() / 2,
                                frame.top() + frame.height() / 2,
                                rectangle.text(),
                                CELL_TEXT,
                                Align.MIDDLE,
                                false,
                                fill == null ? Tone.INK : Legibility.on(fill),
                                null);
                    }
                });
    }

    private void paint(Mark.Image image) {
        Frame frame = frame(image.box());
        tagged(
                image.tag(),
                () -> {
                    surface.out()
                            .empty(
                                    "image",
                                    "x",
                                    frame.left(),
                                    "y",
                                    frame.top(),
                                    "width",
                                    frame.width(),
                                    "height",
                                    frame.height(),
                                    "preserveAspectRatio",
                                    "none",
                                    "image-rendering",
                                    "pixelated",
                                    "href",
                                    Png.dataUri(image.picture()));
                    if (image.hatched()) {
                        surface.hatch(frame, Tone.INK);
                    }
                    if (image.rim() != null) {
                        surface.rect(frame, "none", 1, image.rim());
                    }
                });
    }

    private void paint(Mark.Rule rule) {
        boolean across = rule.direction() == Direction.HORIZONTAL;
        double at = across ? y.at(rule.at()) : x.at(rule.at());
        Shapes.Path path = new Shapes.Path();
        if (across) {
            path.move(area.left(), at).lineTo(area.right(), at);
        } else {
            path.move(at, area.top()).lineTo(at, area.bottom());
        }
        surface.path(path.toString(), rule.stroke());
        if (!rule.label().isEmpty()) {
            boolean roomAtRight = at < area.left() + area.width() / 2;
            surface.text(
                    across ? area.right() : at + (roomAtRight ? 5 : -5),
                    across ? at - 8 : area.top() + 6,
                    rule.label(),
                    AxisPainter.TICK_SIZE,
                    across || !roomAtRight ? Align.END : Align.START,
                    false,
                    rule.stroke().color(),
                    null);
        }
    }

    private void paint(Mark.Wire wire) {
        double x0 = x.at(wire.from().x());
        double y0 = y.at(wire.from().y());
        double x1 = x.at(wire.to().x());
        double y1 = y.at(wire.to().y());
        double middle = (x0 + x1) / 2;
        surface.path(
                new Shapes.Path().move(x0, y0).curve(middle, y0, middle, y1, x1, y1).toString(),
                wire.stroke());
    }

    private void tagged(Tag tag, Runnable content) {
        if (!Surface.tells(tag)) {
            content.run();
            return;
        }
        surface.openTagged(tag);
        content.run();
        surface.out().close();
    }

    private Frame frame(Box box) {
        double x0 = x.edge(box.x0(), box.x1());
        double x1 = x.edge(box.x1(), box.x0());
        double y0 = y.edge(box.y0(), box.y1());
        double y1 = y.edge(box.y1(), box.y0());
        return new Frame(Math.min(x0, x1), Math.min(y0, y1), Math.abs(x1 - x0), Math.abs(y1 - y0));
    }
}
