package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Table;
import dev.ramify.core.rendering.color.Inks;
import dev.ramify.core.rendering.markup.Decimal;
import dev.ramify.core.rendering.markup.Markup;
import java.util.List;

/**
 * Lays a whole figure out on one sheet: title, legend, panels that flow and wrap, caption,
 * provenance.
 */
public final class FigureSheet {

    /** Fonts that every system has; nothing is fetched. */
    public static final String FONTS =
            "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Liberation Sans', Arial,"
                    + " sans-serif";

    private static final double MARGIN = 28;
    private static final double GAP = 26;
    private static final double LEAST_WIDTH = 640;
    private static final double WIDEST = 1040;
    private static final double PANEL_TITLE = 24;

    private final Figure figure;
    private final String provenance;
    private final Inks inks;
    private final boolean complete;
    private final double width;

    private FigureSheet(Figure figure, String provenance, Inks inks, boolean complete) {
        this.figure = figure;
        this.provenance = provenance;
        this.inks = inks;
        this.complete = complete;
        double widest = LEAST_WIDTH - 2 * MARGIN;
        double row = -GAP;
        for (Panel panel : figure.panels()) {
            widest = Math.max(widest, width(panel));
            row += width(panel) + GAP;
        }
        this.width = Math.max(widest, Math.min(row, WIDEST - 2 * MARGIN)) + 2 * MARGIN;
    }

    /** Draw the figure as a file that stands alone. */
    public static String complete(Figure figure, String provenance, Inks inks) {
        return new FigureSheet(figure, provenance, inks, true).draw();
    }

    /**
     * Draw all but the plots, whose places are {@code <g data-panel="index">}: what a page that
     * shows the plots needs in order to save the figure.
     */
    public static String withoutPlots(Figure figure, String provenance, Inks inks) {
        return new FigureSheet(figure, provenance, inks, false).draw();
    }

    private String draw() {
        Surface surface = new Surface(new Markup(), inks, false);
        double y = MARGIN + 6;
        y = paragraph(figure.title(), 18, true, Tone.INK, y, surface) + 10;
        y = legend(y, surface);
        y = panels(y, surface) + 10;
        y = captions(y, surface);
        y = paragraph(provenance, 10, false, Tone.NEUTRAL, y + 4, surface);
        return frame(surface.out().toString(), y + MARGIN - 14);
    }

    private String frame(String content, double height) {
        Markup out = new Markup();
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + markup(width) + " " + markup(height),
                "font-family",
                FONTS,
                "role",
                "img");
        out.leaf("title", figure.title());
        out.leaf("desc", description());
        out.empty("rect", "width", width, "height", height, "fill", inks.css(Tone.SURFACE));
        return out.trusted(content).close().toString();
    }

    private double panels(double top, Surface surface) {
        double x = MARGIN;
        double y = top;
        double rowHeight = 0;
        for (int i = 0; i < figure.panels().size(); i++) {
            Panel panel = figure.panels().get(i);
            if (x > MARGIN && x + width(panel) > width - MARGIN + 0.5) {
                x = MARGIN;
                y += rowHeight + GAP;
                rowHeight = 0;
            }
            panel(panel, i, x, y, surface);
            x += width(panel) + GAP;
            rowHeight = Math.max(rowHeight, height(panel));
        }
        return y + rowHeight;
    }

    private void panel(Panel panel, int index, double x, double y, Surface surface) {
        double top = y + heading(panel);
        if (!panel.title().isEmpty()) {
            surface.text(x, y + 7, panel.title(), 13, Align.START, true, Tone.INK, null);
        }
        if (panel instanceof Table table) {
            new TablePainter(table).paint(x, top, surface);
            return;
        }
        Plot plot = (Plot) panel;
        if (complete) {
            surface.out().open("g", "class", "panel");
            new PlotPainter(surface).paint(plot, new Frame(x, top, plot.width(), plot.height()));
            surface.out().close();
        } else {
            String place = "translate(" + markup(x) + " " + markup(top) + ")";
            surface.out().empty("g", "data-panel", index, "transform", place);
        }
    }

    private double legend(double top, Surface surface) {
        double x = MARGIN;
        double y = top;
        for (Legend.Key key : figure.legend().keys()) {
            Plot sample = key.sample();
            double needed = sample.width() + 6 + TextMetrics.width(key.label(), 12, false) + 20;
            if (x > MARGIN && x + needed > width - MARGIN) {
                x = MARGIN;
                y += 21;
            }
            new PlotPainter(surface)
                    .paint(sample, new Frame(x, y, sample.width(), sample.height()));
            double middle = y + sample.height() / 2.0;
            surface.text(
                    x + sample.width() + 6,
                    middle,
                    key.label(),
                    12,
                    Align.START,
                    false,
                    Tone.INK,
                    null);
            x += needed;
        }
        return figure.legend().keys().isEmpty() ? y : y + 32;
    }

    private double captions(double top, Surface surface) {
        double y = top + 6;
        y =
                paragraph(
                        "How to read: " + figure.caption().reading(),
                        12,
                        false,
                        Tone.INK,
                        y,
                        surface);
        y =
                paragraph(
                        "How it can mislead: " + figure.caption().misleading(),
                        12,
                        false,
                        Tone.INK,
                        y + 4,
                        surface);
        return paragraph("Basis: " + figure.caption().basis(), 12, false, Tone.INK, y + 4, surface);
    }

    private double paragraph(
            String text, double size, boolean strong, Color color, double top, Surface surface) {
        double y = top;
        for (String line : TextMetrics.wrap(text, size, strong, (width - 2 * MARGIN) * 0.98)) {
            surface.text(MARGIN, y, line, size, Align.START, strong, color, null);
            y += size * 1.4;
        }
        return y;
    }

    private String description() {
        List<String> descriptions =
                figure.panels().stream()
                        .map(
                                panel ->
                                        panel instanceof Plot plot
                                                ? plot.description()
                                                : panel.title())
                        .filter(text -> !text.isEmpty())
                        .toList();
        return String.join(" ", descriptions);
    }

    private static double heading(Panel panel) {
        return panel.title().isEmpty() ? 0 : PANEL_TITLE;
    }

    private static double width(Panel panel) {
        return panel instanceof Plot plot ? plot.width() : new TablePainter((Table) panel).width();
    }

    private static double height(Panel panel) {
        double content =
                panel instanceof Plot plot
                        ? plot.height()
                        : new TablePainter((Table) panel).height();
        return heading(panel) + content;
    }

    private static String markup(double value) {
        return Decimal.format(value);
    }
}
