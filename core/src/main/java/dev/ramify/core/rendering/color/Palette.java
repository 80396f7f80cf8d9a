package dev.ramify.core.rendering.color;

import dev.ramify.api.figure.Color;
import dev.ramify.api.figure.Color.Tone;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The colours of one theme.
 *
 * <p>Branch colours differ pairwise by a CIEDE2000 of at least 15 for normal vision and under
 * simulated protanopia, deuteranopia and tritanopia (Machado et al. 2009), and so do those of
 * categories.
 *
 * @param name of the theme
 * @param branches colours of branches
 * @param categories colours of other sets
 * @param others colour of the branches and categories beyond
 * @param tones colours of roles
 */
public record Palette(
        String name,
        List<String> branches,
        List<String> categories,
        String others,
        Map<Tone, String> tones) {

    /** For light backgrounds and print. */
    public static final Palette LIGHT =
            new Palette(
                    "light",
                    List.of("#4400ff", "#dd6688", "#006622", "#889900", "#883366", "#7788ff"),
                    List.of("#0054a8", "#c06c84", "#849000", "#6c3048", "#1890fc", "#485400"),
                    "#8b919a",
                    tones(
                            "#14171b", "#5c636d", "#e3e6ea", "#868c95", "#0a5cab", "#b04a00",
                            "#ffffff"));

    /** For dark backgrounds. */
    public static final Palette DARK =
            new Palette(
                    "dark",
                    List.of("#ee3322", "#77eecc", "#bb33ff", "#ccdd11", "#229977", "#ddaaff"),
                    List.of("#9c78d8", "#fccc60", "#9cd8c0", "#a88424", "#d8ccfc", "#609084"),
                    "#7d858f",
                    tones(
                            "#edf0f3", "#a3abb5", "#2b3037", "#868d97", "#6db3f2", "#f0a35e",
                            "#121417"));

    public Palette {
        branches = List.copyOf(branches);
        categories = List.copyOf(categories);
        tones = Map.copyOf(tones);
    }

    /** Return the colour as {@code #rrggbb}. */
    public String hex(Color color) {
        if (color instanceof Color.Branch branch) {
            return branch.index() < branches.size() ? branches.get(branch.index()) : others;
        }
        if (color instanceof Color.Category category) {
            return category.index() < categories.size() ? categories.get(category.index()) : others;
        }
        if (color instanceof Color.Value value) {
            return "#%06x".formatted(Ramps.rgb(value.ramp(), value.value()));
        }
        return tone((Tone) color);
    }

    /** Return the colour of a role as {@code #rrggbb}. */
    public String tone(Tone tone) {
        return tones.getOrDefault(tone, others);
    }

    private static Map<Tone, String> tones(String... inOrder) {
        Map<Tone, String> tones = new EnumMap<>(Tone.class);
        Tone[] all = Tone.values();
        for (int i = 0; i < all.length; i++) {
            tones.put(all[i], inOrder[i]);
        }
        return tones;
    }
}
