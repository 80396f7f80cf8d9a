package dev.ramify.core.rendering;

import dev.ramify.api.figure.Figure;
import dev.ramify.core.rendering.color.Inks;
import dev.ramify.core.rendering.color.Palette;
import dev.ramify.core.rendering.svg.FigureSheet;
import jakarta.inject.Inject;

/**
 * Renders a figure as files of its own.
 *
 * <p>Equal figures give equal bytes. Thread-safe.
 */
public final class FigureRenderer {

    @Inject
    public FigureRenderer() {}

    /**
     * Render a complete SVG for light backgrounds: title, legend, axes, caption, provenance.
     *
     * @param provenance where the numbers come from, in one line
     */
    public String svg(Figure figure, String provenance) {
        return svg(figure, provenance, Palette.LIGHT);
    }

    /** Render a complete SVG in the colours of a palette. */
    public String svg(Figure figure, String provenance, Palette palette) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + FigureSheet.complete(figure, provenance, Inks.literal(palette))
                + "\n";
    }

    /** Render the numbers behind the figure, with a heading line. */
    public String csv(Figure figure) {
        return Csv.of(figure.data());
    }
}
