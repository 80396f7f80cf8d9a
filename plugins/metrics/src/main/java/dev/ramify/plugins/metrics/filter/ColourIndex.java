package dev.ramify.plugins.metrics.filter;

/**
 * The share of a filter's energy that is in colour: 0 for black-and-white, 1 for pure opponency.
 *
 * <p>Energies are taken along the orthonormal opponents {@code L = (R + G + B) / sqrt 3}, {@code RG
 * = (R - G) / sqrt 2} and {@code BY = (R + G - 2 B) / sqrt 6}. White noise of size k x k follows
 * {@code Beta(k^2, k^2 / 2)}: its mean is 2/3.
 */
final class ColourIndex {

    private ColourIndex() {}

    /**
     * Compute it.
     *
     * @param filter {@code [3][positions]}, red, green, blue; order matters only by which colours
     *     oppose, and the index does not depend on it
     */
    static double of(double[][] filter) {
        double luminance = 0;
        double total = 0;
        for (int i = 0; i < filter[0].length; i++) {
            double red = filter[0][i];
            double green = filter[1][i];
            double blue = filter[2][i];
            double sum = red + green + blue;
            luminance += sum * sum / 3;
            total += red * red + green * green + blue * blue;
        }
        // RG and BY complete L to an orthonormal basis, so theirs is the rest of the energy.
        return Math.max(0, total - luminance) / total;
    }
}
