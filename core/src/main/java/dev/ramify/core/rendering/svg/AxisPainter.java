package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Axis;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Scale;
import dev.ramify.api.figure.Stroke;
import java.util.List;

/** Makes room for the axes of a plot and draws them. */
final class AxisPainter {

    static final double TICK_SIZE = 11;
    private static final double LABEL_SIZE = 11.5;
    private static final double X_SPACING = 62;
    private static final double Y_SPACING = 38;
    private static final double LONGEST_NAME = 150;
    private static final Stroke GRID = Stroke.solid(Tone.FAINT, 1);
    private static final Stroke BASE = Stroke.solid(Tone.NEUTRAL, 1);

    private final Plot plot;
    private final Frame outer;
    private final Frame inner;
    private final Surface surface;

    AxisPainter(Plot plot, Frame outer, Surface surface) {
        this.plot = plot;
        this.outer = outer;
        this.surface = surface;
        this.inner = inner();
    }

    /** Return where the marks go. */
    Frame area() {
        return inner;
    }

    void paint() {
        if (!plot.x().visible() && !plot.y().visible()) {
            return;
        }
        surface.out().open("g", "class", "axes", "aria-hidden", "true");
        if (plot.y().visible()) {
            paintUpright();
        }
        if (plot.x().visible()) {
            paintAcross();
        }
        surface.out().close();
    }

    private Frame inner() {
        Axis x = plot.x();
        Axis y = plot.y();
        double left = y.visible() ? widest(yTicks(outer.height())) + 9 : x.visible() ? 10 : 0;
        double top = y.visible() ? title(y).isEmpty() ? 8 : 24 : 0;
        double right = x.visible() ? 12 : 0;
        double bottom = 0;
        if (x.visible()) {
            double width = outer.width() - left - right;
            List<Ticks.Tick> ticks = xTicks(width);
            bottom = isSlanted(ticks, width) ? widest(ticks) * 0.72 + 12 : 20;
            bottom += title(x).isEmpty() ? 0 : 17;
        }
        return outer.inset(left, top, right, bottom);
    }

    private void paintUpright() {
        Projection project = Projection.upright(plot.y().scale(), inner);
        boolean bands = plot.y().scale() instanceof Scale.Bands;
        for (Ticks.Tick tick : yTicks(inner.height())) {
            double at = project.at(tick.value());
            if (!bands) {
                surface.path(line(inner.left(), at, inner.right(), at), GRID);
            }
            label(inner.left() - 7, at, shortened(tick.label()), Align.END);
        }
        if (!title(plot.y()).isEmpty()) {
            surface.text(
                    outer.left(),
                    outer.top() + 8,
                    title(plot.y()),
                    LABEL_SIZE,
                    Align.START,
                    false,
                    Tone.NEUTRAL,
                    null);
        }
    }

    private void paintAcross() {
        Projection project = Projection.across(plot.x().scale(), inner);
        List<Ticks.Tick> ticks = xTicks(inner.width());
        boolean slanted = isSlanted(ticks, inner.width());
        surface.path(line(inner.left(), inner.bottom(), inner.right(), inner.bottom()), BASE);
        for (Ticks.Tick tick : ticks) {
            double at = project.at(tick.value());
            double y = inner.bottom() + 12;
            if (slanted) {
                surface.text(
                        at,
                        y,
                        shortened(tick.label()),
                        TICK_SIZE,
                        Align.END,
                        false,
                        Tone.NEUTRAL,
                        "rotate(-45 %s %s)".formatted(Math.round(at), Math.round(y)));
            } else {
                surface.path(line(at, inner.bottom(), at, inner.bottom() + 4), BASE);
                label(at, y, tick.label(), Align.MIDDLE);
            }
        }
        if (!title(plot.x()).isEmpty()) {
            label(
                    (inner.left() + inner.right()) / 2,
                    outer.bottom() - 8,
                    title(plot.x()),
                    Align.MIDDLE);
        }
    }

    private void label(double x, double y, String text, Align align) {
        surface.text(x, y, text, TICK_SIZE, align, false, Tone.NEUTRAL, null);
    }

    private List<Ticks.Tick> xTicks(double width) {
        return Ticks.of(plot.x().scale(), width, X_SPACING);
    }

    private List<Ticks.Tick> yTicks(double height) {
        return Ticks.of(plot.y().scale(), height, Y_SPACING);
    }

    private boolean isSlanted(List<Ticks.Tick> ticks, double width) {
        return plot.x().scale() instanceof Scale.Bands
                && widest(ticks) > width / Math.max(1, ticks.size()) - 4;
    }

    private static double widest(List<Ticks.Tick> ticks) {
        return ticks.stream()
                .mapToDouble(tick -> TextMetrics.width(shortened(tick.label()), TICK_SIZE, false))
                .max()
                .orElse(0);
    }

    private static String shortened(String name) {
        int end = name.length();
        while (end > 1
                && TextMetrics.width(name.substring(0, end), TICK_SIZE, false) > LONGEST_NAME) {
            end--;
        }
        return end == name.length() ? name : name.substring(0, end) + "\u2026";
    }

    private static String title(Axis axis) {
        return axis.unit().isEmpty() ? axis.label() : axis.label() + " (" + axis.unit() + ")";
    }

    private static String line(double x0, double y0, double x1, double y1) {
        return new Shapes.Path().move(x0, y0).lineTo(x1, y1).toString();
    }
}
