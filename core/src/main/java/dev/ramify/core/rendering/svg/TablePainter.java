package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Table;
import dev.ramify.api.figure.Table.Cell;
import dev.ramify.api.figure.Table.Drawing;
import dev.ramify.api.figure.Table.Emphasis;
import dev.ramify.api.figure.Table.Words;
import java.util.ArrayList;
import java.util.List;

/** Sets a table in columns as wide as their widest cell. */
final class TablePainter {

    private static final double SIZE = 12;
    private static final double NOTE = 10.5;
    private static final double GUTTER = 18;
    private static final double ROW = 22;
    private static final double ROW_WITH_NOTE = 34;
    private static final double HEADING = 26;

    private final Table table;
    private final double[] widths;

    TablePainter(Table table) {
        this.table = table;
        this.widths = new double[table.columns().size()];
        for (int c = 0; c < widths.length; c++) {
            Table.Column column = table.columns().get(c);
            widths[c] = TextMetrics.width(column.label(), NOTE, true);
            if (column.ruler() != null) {
                widths[c] = Math.max(widths[c], column.ruler().width());
            }
            for (Table.Row row : rows()) {
                widths[c] = Math.max(widths[c], width(row.cells().get(c)));
            }
        }
    }

    double width() {
        double groups =
                table.groups().stream()
                        .mapToDouble(
                                group ->
                                        TextMetrics.width(group.title(), SIZE, true)
                                                + TextMetrics.width(group.note(), NOTE, false)
                                                + 40)
                        .max()
                        .orElse(0);
        double cells = GUTTER * (widths.length - 1);
        for (double width : widths) {
            cells += width;
        }
        return Math.max(groups, cells);
    }

    double height() {
        double height = headHeight();
        for (Table.Group group : table.groups()) {
            height += group.title().isEmpty() ? 0 : HEADING;
            height += group.rows().stream().mapToDouble(TablePainter::height).sum();
        }
        return height + 4;
    }

    void paint(double left, double top, Surface surface) {
        double y = top;
        head(left, y, surface);
        y += headHeight();
        for (Table.Group group : table.groups()) {
            if (!group.title().isEmpty()) {
                groupHeading(group, left, y, surface);
                y += HEADING;
            }
            for (Table.Row row : group.rows()) {
                row(row, left, y, surface);
                y += height(row);
            }
        }
        rule(left, y + 2, Tone.NEUTRAL, surface);
    }

    private void head(double left, double top, Surface surface) {
        double x = left;
        for (int c = 0; c < widths.length; c++) {
            Table.Column column = table.columns().get(c);
            words(x, c, top + 8, column.label(), NOTE, true, Tone.NEUTRAL, surface);
            Plot ruler = column.ruler();
            if (ruler != null) {
                new PlotPainter(surface)
                        .paint(ruler, new Frame(x, top + 16, ruler.width(), ruler.height()));
            }
            x += widths[c] + GUTTER;
        }
        rule(left, top + headHeight() - 2, Tone.NEUTRAL, surface);
    }

    private void groupHeading(Table.Group group, double left, double top, Surface surface) {
        double y = top + HEADING / 2 + 2;
        double x = left;
        Color color = group.color();
        if (color != null) {
            surface.out()
                    .empty(
                            "rect",
                            "x",
                            x,
                            "y",
                            y - 5,
                            "width",
                            10,
                            "height",
                            10,
                            "fill",
                            surface.css(color));
            x += 16;
        }
        surface.text(x, y, group.title(), SIZE, Align.START, true, Tone.INK, null);
        x += TextMetrics.width(group.title(), SIZE, true) + 12;
        surface.text(x, y, group.note(), NOTE, Align.START, false, Tone.NEUTRAL, null);
    }

    private void row(Table.Row row, double left, double top, Surface surface) {
        double middle = top + height(row) / 2;
        rule(left, top, Tone.FAINT, surface);
        double x = left;
        for (int c = 0; c < widths.length; c++) {
            Cell cell = row.cells().get(c);
            if (cell instanceof Drawing drawing) {
                Plot plot = drawing.plot();
                new PlotPainter(surface)
                        .paint(
                                plot,
                                new Frame(
                                        x,
                                        middle - plot.height() / 2.0,
                                        plot.width(),
                                        plot.height()));
            } else if (cell instanceof Words words) {
                boolean noted = !words.note().isEmpty();
                Tone tone = words.emphasis() == Emphasis.QUIET ? Tone.NEUTRAL : Tone.INK;
                boolean strong = words.emphasis() == Emphasis.STRONG;
                words(x, c, middle - (noted ? 7 : 0), words.text(), SIZE, strong, tone, surface);
                if (noted) {
                    words(x, c, middle + 8, words.note(), NOTE, false, Tone.NEUTRAL, surface);
                }
            }
            x += widths[c] + GUTTER;
        }
    }

    private void words(
            double x,
            int column,
            double y,
            String text,
            double size,
            boolean strong,
            Tone tone,
            Surface surface) {
        Align align = table.columns().get(column).align();
        double shift =
                align == Align.START
                        ? 0
                        : align == Align.MIDDLE ? widths[column] / 2 : widths[column];
        surface.text(x + shift, y, text, size, align, strong, tone, null);
    }

    private void rule(double left, double y, Tone tone, Surface surface) {
        surface.path(
                new Shapes.Path().move(left, y).lineTo(left + width(), y).toString(),
                Stroke.solid(tone, 1));
    }

    private double headHeight() {
        return 20
                + table.columns().stream()
                        .mapToDouble(column -> column.ruler() == null ? 0 : column.ruler().height())
                        .max()
                        .orElse(0);
    }

    private static double height(Table.Row row) {
        boolean noted =
                row.cells().stream()
                        .anyMatch(cell -> cell instanceof Words words && !words.note().isEmpty());
        double drawings =
                row.cells().stream()
                        .mapToDouble(
                                cell ->
                                        cell instanceof Drawing drawing
                                                ? drawing.plot().height() + 4
                                                : 0)
                        .max()
                        .orElse(0);
        return Math.max(noted ? ROW_WITH_NOTE : ROW, drawings);
    }

    private static double width(Cell cell) {
        if (cell instanceof Drawing drawing) {
            return drawing.plot().width();
        }
        Words words = (Words) cell;
        boolean strong = words.emphasis() == Emphasis.STRONG;
        return Math.max(
                TextMetrics.width(words.text(), SIZE, strong),
                TextMetrics.width(words.note(), NOTE, false));
    }

    private List<Table.Row> rows() {
        List<Table.Row> rows = new ArrayList<>();
        table.groups().forEach(group -> rows.addAll(group.rows()));
        return rows;
    }
}
