package dev.ramify.core.rendering.report;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.DataTable;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Table;
import dev.ramify.api.figure.Table.Cell;
import dev.ramify.api.figure.Table.Drawing;
import dev.ramify.api.figure.Table.Words;
import dev.ramify.core.rendering.color.Inks;
import dev.ramify.core.rendering.markup.Markup;
import dev.ramify.core.rendering.svg.InlinePlot;
import java.util.List;
import java.util.Locale;

/** Writes tables as tables. */
final class TableSection {

    private TableSection() {}

    /** Write a table of a figure; on narrow screens its rows become cards. */
    static void write(Table table, String name, Markup out) {
        out.open("table", "class", "cells", "aria-label", name);
        out.open("thead").open("tr");
        for (Table.Column column : table.columns()) {
            out.open("th", "scope", "col", "class", align(column)).text(column.label());
            if (column.ruler() != null) {
                out.trusted(InlinePlot.ornament(column.ruler()));
            }
            out.close();
        }
        out.close().close();
        for (Table.Group group : table.groups()) {
            out.open("tbody");
            heading(group, table.columns().size(), out);
            group.rows().forEach(row -> row(row, table.columns(), out));
            out.close();
        }
        out.close().line();
    }

    private static void heading(Table.Group group, int columns, Markup out) {
        if (group.title().isEmpty()) {
            return;
        }
        out.open("tr", "class", "group").open("th", "colspan", columns, "scope", "rowgroup");
        Color color = group.color();
        if (color != null) {
            out.leaf(
                    "i", "", "class", "chip", "style", "background:" + Inks.variables().css(color));
        }
        out.text(group.title()).leaf("span", group.note()).close().close();
    }

    private static void row(Table.Row row, List<Table.Column> columns, Markup out) {
        out.open("tr");
        for (int c = 0; c < columns.size(); c++) {
            Table.Column column = columns.get(c);
            Cell cell = row.cells().get(c);
            String tag = c == 0 ? "th" : "td";
            String scope = c == 0 ? "row" : null;
            if (cell instanceof Drawing drawing) {
                out.open(tag, "scope", scope, "class", "drawing", "data-label", column.label());
                out.trusted(InlinePlot.small(drawing.plot())).close();
            } else if (cell instanceof Words words) {
                String style =
                        align(column) + " " + words.emphasis().name().toLowerCase(Locale.ROOT);
                out.open(tag, "scope", scope, "class", style, "data-label", column.label());
                out.open("span").text(words.text());
                if (!words.note().isEmpty()) {
                    out.leaf("small", words.note());
                }
                out.close().close();
            }
        }
        out.close();
    }

    /** Write the numbers behind a figure. */
    static void write(DataTable data, Markup out) {
        out.open("table", "class", "data").open("thead").open("tr");
        data.columns().forEach(column -> out.leaf("th", column, "scope", "col"));
        out.close().close().open("tbody");
        for (List<String> row : data.rows()) {
            out.open("tr");
            row.forEach(value -> out.leaf("td", value));
            out.close();
        }
        out.close().close();
    }

    private static String align(Table.Column column) {
        return column.align() == Align.START
                ? "start"
                : column.align() == Align.END ? "end" : "mid";
    }
}
