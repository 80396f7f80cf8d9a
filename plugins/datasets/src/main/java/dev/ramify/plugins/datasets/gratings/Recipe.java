package dev.ramify.plugins.datasets.gratings;

import dev.ramify.api.data.Factor;
import java.util.List;

/**
 * What images show and what is asked about them.
 *
 * <p>An image is a sum of gratings, each of which is a factor of its own: its stripes are vertical
 * or horizontal, whatever the others do. Gratings come in pairs, and each pair asks for one
 * decision: are the two parallel or crossed? No grating tells anything alone, so that a network has
 * to bring the two of a pair together, and the pairs have nothing to do with each other.
 *
 * @param parts the gratings, pair after pair
 * @param pairs what each pair is called
 * @param colourless whether the three channels are equal
 */
record Recipe(List<Part> parts, List<String> pairs, boolean colourless) {

    /** How far the bands of {@link GratingsOptions.Content#GREY_BANDS} are from one frequency. */
    private static final double LOWER_COARSE = 0.72;

    private static final double LOWER_FINE = 0.93;
    private static final double UPPER = 1.36;

    /**
     * One grating of every image.
     *
     * @param name the name of its factor
     * @param axis the colour axis along which it varies
     * @param frequency in cycles per pixel
     */
    record Part(String name, ColourAxis axis, double frequency) {}

    /** Choose the gratings that options ask for. */
    static Recipe of(GratingsOptions options) {
        double coarse = options.coarse();
        double fine = options.fine();
        return switch (options.content()) {
            case COLOUR ->
                    new Recipe(
                            List.of(
                                    grey("coarse", coarse),
                                    grey("fine", fine),
                                    new Part("red-green", ColourAxis.RED_GREEN, coarse),
                                    new Part("blue-yellow", ColourAxis.BLUE_YELLOW, fine)),
                            List.of("patterns", "colours"),
                            false);
            case GREY ->
                    new Recipe(
                            List.of(grey("coarse", coarse), grey("fine", fine)),
                            List.of("patterns"),
                            true);
            case GREY_BANDS ->
                    new Recipe(
                            List.of(
                                    grey("coarse", coarse * LOWER_COARSE),
                                    grey("less-coarse", coarse * UPPER),
                                    grey("less-fine", fine * LOWER_FINE),
                                    grey("fine", highestFrequency(fine))),
                            List.of("coarse patterns", "fine patterns"),
                            true);
        };
    }

    /** Return the greatest frequency of the bands. */
    static double highestFrequency(double fine) {
        return fine * UPPER;
    }

    /** Return the factors, one for each grating. */
    List<Factor> factors() {
        return parts.stream()
                .map(part -> new Factor(part.name(), List.of("vertical", "horizontal")))
                .toList();
    }

    /** Name the classes: every combination of decisions, that of the last pair changing first. */
    List<String> classes() {
        List<String> classes = List.of("");
        for (String pair : pairs) {
            classes =
                    classes.stream()
                            .flatMap(
                                    before ->
                                            List.of("parallel ", "crossed ").stream()
                                                    .map(after -> join(before, after + pair)))
                            .toList();
        }
        return classes;
    }

    /** Return the class of an image whose gratings have some levels. */
    int label(int[] levels) {
        int label = 0;
        for (int pair = 0; pair < pairs.size(); pair++) {
            label = 2 * label + (levels[2 * pair] ^ levels[2 * pair + 1]);
        }
        return label;
    }

    private static String join(String before, String after) {
        return before.isEmpty() ? after : before + ", " + after;
    }

    private static Part grey(String name, double frequency) {
        return new Part(name, ColourAxis.BRIGHTNESS, frequency);
    }
}
