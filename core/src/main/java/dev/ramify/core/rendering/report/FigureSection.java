package dev.ramify.core.rendering.report;

import dev.ramify.api.figure.Figure;
import dev.ramify.api.figure.Legend;
import dev.ramify.api.figure.Panel;
import dev.ramify.api.figure.Plot;
import dev.ramify.api.figure.Table;
import dev.ramify.core.rendering.color.Inks;
import dev.ramify.core.rendering.markup.Markup;
import dev.ramify.core.rendering.svg.FigureSheet;
import dev.ramify.core.rendering.svg.InlinePlot;
import java.util.Locale;

/** Writes one figure: takeaway, legend, panels, caption, its numbers, and ways to take it along. */
final class FigureSection {

    private FigureSection() {}

    static void write(Figure figure, String anchor, String provenance, Markup out) {
        out.open(
                "figure", "id", anchor, "data-name", figure.id(), "aria-labelledby", anchor + "-t");
        out.open("header");
        out.leaf("h3", figure.title(), "id", anchor + "-t");
        tools(figure, anchor, out);
        out.close();
        legend(figure.legend(), out);
        out.open("div", "class", "panels");
        figure.panels().forEach(panel -> panel(figure, panel, out));
        out.close();
        out.open("figcaption");
        paragraph("How to read", figure.caption().reading(), out);
        paragraph("How it can mislead", figure.caption().misleading(), out);
        paragraph("Basis", figure.caption().basis(), out);
        out.close();
        data(figure, out);
        out.open("template")
                .trusted(FigureSheet.withoutPlots(figure, provenance, Inks.variables()));
        out.close().close().line();
    }

    private static void tools(Figure figure, String anchor, Markup out) {
        out.open(
                "div", "class", "tools", "role", "group", "aria-label", "Save or link this figure");
        for (String format : new String[] {"svg", "png", "csv"}) {
            String name = format.toUpperCase(Locale.ROOT);
            out.leaf(
                    "button",
                    name,
                    "type",
                    "button",
                    "data-save",
                    format,
                    "aria-label",
                    "Save as " + name + ": " + figure.id());
        }
        out.leaf("a", "#", "href", "#" + anchor, "aria-label", "Link to this figure").close();
    }

    private static void legend(Legend legend, Markup out) {
        if (legend.keys().isEmpty()) {
            return;
        }
        out.open("ul", "class", "legend", "aria-label", "Legend");
        for (Legend.Key key : legend.keys()) {
            out.open("li").trusted(InlinePlot.ornament(key.sample())).text(key.label()).close();
        }
        out.close();
    }

    private static void panel(Figure figure, Panel panel, Markup out) {
        if (panel instanceof Plot plot) {
            out.open("div", "class", "panel", "style", "--w:" + plot.width() + "px");
            title(panel, out);
            out.trusted(InlinePlot.panel(plot)).close().line();
        } else {
            out.open("div", "class", "panel wide");
            title(panel, out);
            String name = panel.title().isEmpty() ? figure.title() : panel.title();
            TableSection.write((Table) panel, name, out);
            out.close();
        }
    }

    private static void title(Panel panel, Markup out) {
        if (!panel.title().isEmpty()) {
            out.leaf("h4", panel.title());
        }
    }

    private static void paragraph(String heading, String text, Markup out) {
        if (!text.isEmpty()) {
            out.open("p").leaf("b", heading).text(" " + text).close();
        }
    }

    private static void data(Figure figure, Markup out) {
        int rows = figure.data().rows().size();
        out.open("details").leaf("summary", "Data table (%d rows)".formatted(rows));
        out.open(
                "div",
                "class",
                "scroll",
                "tabindex",
                "0",
                "role",
                "region",
                "aria-label",
                "Data of " + figure.id());
        TableSection.write(figure.data(), out);
        out.close().close();
    }
}
