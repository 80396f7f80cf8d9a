package dev.ramify.core.rendering.svg;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Link;
import dev.ramify.api.figure.Mark.Align;
import dev.ramify.api.figure.Stroke;
import dev.ramify.api.figure.Tag;
import dev.ramify.core.rendering.color.Inks;
import dev.ramify.core.rendering.markup.Markup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a figure is drawn.
 *
 * @param out receives the elements
 * @param inks writes colours
 * @param interactive whether the report's script will read tips and units; a file that stands alone
 *     has the tips as titles, which browsers show by themselves
 */
record Surface(Markup out, Inks inks, boolean interactive) {

    void text(
            double x,
            double y,
            String text,
            double size,
            Align align,
            boolean strong,
            Color color,
            @Nullable String transform) {
        out.leaf(
                "text",
                text,
                "x",
                x,
                "y",
                y + size * 0.35,
                "font-size",
                size,
                "text-anchor",
                align == Align.START ? null : align == Align.MIDDLE ? "middle" : "end",
                "font-weight",
                strong ? "600" : null,
                "fill",
                css(color),
                "transform",
                transform);
    }

    void path(String data, Stroke stroke) {
        out.empty(
                "path",
                "d",
                data,
                "fill",
                "none",
                "stroke",
                css(stroke.color()),
                "stroke-width",
                stroke.width(),
                "stroke-linejoin",
                "round",
                "stroke-linecap",
                stroke.dash() == Stroke.Dash.DOTTED ? "round" : null,
                "stroke-dasharray",
                dashes(stroke),
                "opacity",
                opacity(stroke.opacity()));
    }

    void rect(Frame frame, String fill, double opacity, @Nullable Stroke outline) {
        out.empty(
                "rect",
                "x",
                frame.left(),
                "y",
                frame.top(),
                "width",
                frame.width(),
                "height",
                frame.height(),
                "fill",
                fill,
                "fill-opacity",
                opacity(opacity),
                "stroke",
                outline == null ? null : css(outline.color()),
                "stroke-width",
                outline == null ? null : outline.width(),
                "stroke-dasharray",
                outline == null ? null : dashes(outline));
    }

    void hatch(Frame frame, Color color) {
        path(Shapes.hatching(frame), Stroke.solid(color, 1).faded(0.55));
    }

    /** Begin a group that tells what it shows; must be closed. */
    void openTagged(Tag tag) {
        List<@Nullable Object> attributes = new ArrayList<>();
        if (interactive) {
            attributes.add("data-tip");
            attributes.add(tag.tip().isEmpty() ? null : tag.tip());
            for (Link link : tag.links()) {
                attributes.add("data-" + link.kind().key());
                attributes.add(link);
            }
            if (!tag.links().isEmpty()) {
                attributes.add("data-link");
                attributes.add(tag.links().get(0).kind().key());
            }
        }
        out.open("g", attributes.toArray());
        if (!interactive && !tag.tip().isEmpty()) {
            out.leaf("title", tag.tip());
        }
    }

    static boolean tells(Tag tag) {
        return !tag.tip().isEmpty() || !tag.links().isEmpty();
    }

    String css(Color color) {
        return inks.css(color);
    }

    static @Nullable Double opacity(double opacity) {
        return opacity < 1 ? opacity : null;
    }

    static @Nullable String dashes(Stroke stroke) {
        return switch (stroke.dash()) {
            case SOLID -> null;
            case DASHED -> "6 4";
            case DOTTED -> "0.1 4";
        };
    }
}
