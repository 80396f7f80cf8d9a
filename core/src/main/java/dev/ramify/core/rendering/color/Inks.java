package dev.ramify.core.rendering.color;

import dev.ramify.api.figure.Color;
import java.util.Locale;

/** How colours are written down: as themselves, or as variables that follow the reader's theme. */
public interface Inks {

    /** Return the CSS value of a colour. */
    String css(Color color);

    /** Write the colours of one palette, as files that stand alone need it. */
    static Inks literal(Palette palette) {
        return palette::hex;
    }

    /** Write the variables that {@link #declarations} declares. */
    static Inks variables() {
        return color -> {
            if (color instanceof Color.Branch branch) {
                return indexed("branch", branch.index(), Palette.LIGHT.branches().size());
            }
            if (color instanceof Color.Category category) {
                return indexed("category", category.index(), Palette.LIGHT.categories().size());
            }
            // Numbers keep their colour in both themes, so that a ramp is read the same way.
            return color instanceof Color.Tone tone
                    ? "var(--" + tone.name().toLowerCase(Locale.ROOT) + ")"
                    : Palette.LIGHT.hex(color);
        };
    }

    /** Return the CSS declarations of all variables in one palette. */
    static String declarations(Palette palette) {
        StringBuilder css = new StringBuilder();
        for (int i = 0; i < palette.branches().size(); i++) {
            css.append("--branch-%d:%s;".formatted(i, palette.branches().get(i)));
        }
        for (int i = 0; i < palette.categories().size(); i++) {
            css.append("--category-%d:%s;".formatted(i, palette.categories().get(i)));
        }
        css.append("--others:%s;".formatted(palette.others()));
        for (Color.Tone tone : Color.Tone.values()) {
            css.append(
                    "--%s:%s;".formatted(tone.name().toLowerCase(Locale.ROOT), palette.tone(tone)));
        }
        return css.toString();
    }

    private static String indexed(String set, int index, int size) {
        return index < size ? "var(--" + set + "-" + index + ")" : "var(--others)";
    }
}
