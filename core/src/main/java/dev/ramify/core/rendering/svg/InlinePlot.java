package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Plot;
import dev.ramify.core.rendering.color.Inks;
import dev.ramify.core.rendering.markup.Markup;
import org.jspecify.annotations.Nullable;

/** Draws a single plot for use within a page, in the page's own colours. */
public final class InlinePlot {

    private InlinePlot() {}

    /** Draw a panel: it scales with its container and tells what is pointed at. */
    public static String panel(Plot plot) {
        String content = content(plot, true);
        boolean tells = content.contains("data-tip=");
        return svg(
                plot,
                content,
                "role",
                "img",
                "aria-label",
                (plot.title() + ". " + plot.description()).trim(),
                "tabindex",
                tells ? "0" : null);
    }

    /** Draw a small plot in a line of text or a cell of a table. */
    public static String small(Plot plot) {
        return svg(
                plot,
                content(plot, true),
                "width",
                plot.width(),
                "height",
                plot.height(),
                "role",
                "img",
                "aria-label",
                plot.description());
    }

    /** Draw an ornament that readers need not be told of. */
    public static String ornament(Plot plot) {
        return svg(
                plot,
                content(plot, false),
                "width",
                plot.width(),
                "height",
                plot.height(),
                "aria-hidden",
                "true");
    }

    private static String content(Plot plot, boolean interactive) {
        Surface surface = new Surface(new Markup(), Inks.variables(), interactive);
        new PlotPainter(surface).paint(plot, new Frame(0, 0, plot.width(), plot.height()));
        return surface.out().toString();
    }

    private static String svg(Plot plot, String content, @Nullable Object... attributes) {
        @Nullable Object[] all = new Object[attributes.length + 2];
        all[0] = "viewBox";
        all[1] = "0 0 " + plot.width() + " " + plot.height();
        System.arraycopy(attributes, 0, all, 2, attributes.length);
        return new Markup().open("svg", all).trusted(content).close().toString();
    }
}
