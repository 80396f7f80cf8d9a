package dev.ramify.plugins.datasets.gratings;

import dev.ramify.api.data.Factor;
import java.util.List;
import java.util.OptionalInt;

/**
 * What images show and what is asked about them.
 *
 * <p>Every image has four factors of two levels, independent of each other. The class is a pair of
 * decisions: do the first two factors differ, and do the last two? Neither factor of a pair tells
 * anything alone, so that a network needs both, together, and needs the pairs for different ends.
 *
 * @param factors the four factors
 * @param parts the gratings that are added up
 * @param classes names of the four classes
 * @param colourless whether the three channels are equal
 */
record Recipe(List<Factor> factors, List<Part> parts, List<String> classes, boolean colourless) {

    private static final int COARSE = 0;
    private static final int FINE = 1;
    private static final int THIRD = 2;
    private static final int FOURTH = 3;

    private static final double LOW_CONTRAST = 0.65;
    private static final double HIGH_CONTRAST = 1.3;

    /**
     * One grating of every image.
     *
     * @param axis the colour axis along which it varies
     * @param frequency in cycles per pixel
     * @param orientation the factor that decides between vertical and horizontal stripes
     * @param contrast the factor that decides between low and high contrast, if any
     */
    record Part(ColourAxis axis, double frequency, int orientation, OptionalInt contrast) {

        /** Return how far the wave goes, relative to the amplitude that is asked for. */
        double strength(int[] levels) {
            if (contrast.isEmpty()) {
                return 1;
            }
            return levels[contrast.getAsInt()] == 0 ? LOW_CONTRAST : HIGH_CONTRAST;
        }
    }

    static Recipe of(GratingsOptions options) {
        return options.grey()
                ? grey(options.coarse(), options.fine())
                : coloured(options.coarse(), options.fine());
    }

    /** Return the class of a combination of levels. */
    static int label(int[] levels) {
        return 2 * (levels[COARSE] ^ levels[FINE]) + (levels[THIRD] ^ levels[FOURTH]);
    }

    private static Recipe coloured(double coarse, double fine) {
        return new Recipe(
                List.of(
                        orientation("coarse"),
                        orientation("fine"),
                        orientation("red-green"),
                        orientation("blue-yellow")),
                List.of(
                        part(ColourAxis.BRIGHTNESS, coarse, COARSE),
                        part(ColourAxis.BRIGHTNESS, fine, FINE),
                        part(ColourAxis.RED_GREEN, coarse, THIRD),
                        part(ColourAxis.BLUE_YELLOW, fine, FOURTH)),
                classes("parallel colours", "crossed colours"),
                false);
    }

    private static Recipe grey(double coarse, double fine) {
        return new Recipe(
                List.of(
                        orientation("coarse"),
                        orientation("fine"),
                        contrast("coarse-contrast"),
                        contrast("fine-contrast")),
                List.of(
                        new Part(ColourAxis.BRIGHTNESS, coarse, COARSE, OptionalInt.of(THIRD)),
                        new Part(ColourAxis.BRIGHTNESS, fine, FINE, OptionalInt.of(FOURTH))),
                classes("equal contrasts", "unequal contrasts"),
                true);
    }

    private static Part part(ColourAxis axis, double frequency, int factor) {
        return new Part(axis, frequency, factor, OptionalInt.empty());
    }

    private static Factor orientation(String name) {
        return new Factor(name, List.of("vertical", "horizontal"));
    }

    private static Factor contrast(String name) {
        return new Factor(name, List.of("low", "high"));
    }

    private static List<String> classes(String same, String different) {
        return List.of(
                "parallel patterns, " + same,
                "parallel patterns, " + different,
                "crossed patterns, " + same,
                "crossed patterns, " + different);
    }
}
