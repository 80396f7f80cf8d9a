package dev.ramify.plugins.metrics.filter;

import dev.ramify.numerics.linear.SymmetricEigen;

/**
 * The spatial pattern of a filter, from the power spectrum along its dominant colour direction.
 *
 * <p>The mean of each channel is taken off (the pattern, not the brightness, is measured), the
 * filter is projected on the direction in colour space that holds most of what is left (its first
 * principal component), padded with zeros to at least 32 x 32 and transformed.
 *
 * @param frequency centroid {@code sum |f| P / sum P}, in cycles per pixel
 * @param orientation direction of the wave vector in degrees, [0, 180): 0 for vertical stripes
 * @param anisotropy {@code |sum P e^(2 i phi)| / sum P}: 0 for a blob, 1 for a grating
 */
record Spectrum(double frequency, double orientation, double anisotropy) {

    private static final int GRID = 32;
    private static final double NO_PATTERN = 1e-20;

    /** What a filter without pattern has: a single position, or the same weight everywhere. */
    static final Spectrum NONE = new Spectrum(Double.NaN, Double.NaN, Double.NaN);

    /**
     * Compute it.
     *
     * @param filter {@code [channels][height * width]}
     */
    static Spectrum of(double[][] filter, int height, int width) {
        double energy = 0;
        double[][] centred = new double[filter.length][];
        for (int c = 0; c < filter.length; c++) {
            double mean = 0;
            for (double weight : filter[c]) {
                mean += weight / filter[c].length;
                energy += weight * weight;
            }
            centred[c] = new double[filter[c].length];
            for (int i = 0; i < centred[c].length; i++) {
                centred[c][i] = filter[c][i] - mean;
            }
        }
        double[] pattern = dominant(centred);
        double left = 0;
        for (double value : pattern) {
            left += value * value;
        }
        return left > NO_PATTERN * energy ? moments(pattern, height, width) : NONE;
    }

    /** Project on the direction of colour that holds most. */
    private static double[] dominant(double[][] centred) {
        int channels = centred.length;
        double[][] gram = new double[channels][channels];
        for (int c = 0; c < channels; c++) {
            for (int d = 0; d < channels; d++) {
                for (int i = 0; i < centred[c].length; i++) {
                    gram[c][d] += centred[c][i] * centred[d][i];
                }
            }
        }
        double[] direction = SymmetricEigen.of(gram).vector(0);
        double[] pattern = new double[centred[0].length];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < pattern.length; i++) {
                pattern[i] += direction[c] * centred[c][i];
            }
        }
        return pattern;
    }

    private static Spectrum moments(double[] pattern, int height, int width) {
        int rows = Math.max(GRID, height);
        int columns = Math.max(GRID, width);
        double[][][] transformed = transformedRows(pattern, height, width, columns);
        double[][][] waves = waves(rows, height);
        double total = 0;
        double radius = 0;
        double cosine = 0;
        double sine = 0;
        for (int v = 0; v < rows; v++) {
            double vertical = signed(v, rows);
            for (int u = 0; u < columns; u++) {
                double horizontal = signed(u, columns);
                double power = power(transformed, u, waves[0][v], waves[1][v]);
                double square = horizontal * horizontal + vertical * vertical;
                total += power;
                radius += Math.sqrt(square) * power;
                if (square > 0) {
                    cosine += power * (horizontal * horizontal - vertical * vertical) / square;
                    sine += power * 2 * horizontal * vertical / square;
                }
            }
        }
        double degrees = Math.toDegrees(Math.atan2(sine, cosine) / 2);
        // The remainder is taken last: a tiny negative angle plus 180 rounds to 180.
        return new Spectrum(
                radius / total, (degrees + 180) % 180, Math.hypot(cosine, sine) / total);
    }

    /** Transform each row: {@code [real, imaginary][height][columns]}. */
    private static double[][][] transformedRows(
            double[] pattern, int height, int width, int columns) {
        double[][][] waves = waves(columns, width);
        double[][][] transformed = new double[2][height][columns];
        for (int y = 0; y < height; y++) {
            for (int u = 0; u < columns; u++) {
                for (int x = 0; x < width; x++) {
                    transformed[0][y][u] += pattern[y * width + x] * waves[0][u][x];
                    transformed[1][y][u] += pattern[y * width + x] * waves[1][u][x];
                }
            }
        }
        return transformed;
    }

    /** Finish the transform of one column of rows already transformed, for one wave. */
    private static double power(
            double[][][] transformed, int column, double[] cosines, double[] sines) {
        double real = 0;
        double imaginary = 0;
        for (int y = 0; y < cosines.length; y++) {
            double x = transformed[0][y][column];
            double i = transformed[1][y][column];
            real += x * cosines[y] - i * sines[y];
            imaginary += x * sines[y] + i * cosines[y];
        }
        return real * real + imaginary * imaginary;
    }

    /** Tabulate {@code e^(-2 pi i bin position / bins)}: {@code [cos, sin][bins][positions]}. */
    private static double[][][] waves(int bins, int positions) {
        double[][][] waves = new double[2][bins][positions];
        for (int bin = 0; bin < bins; bin++) {
            for (int position = 0; position < positions; position++) {
                double angle = -2 * Math.PI * bin * position / bins;
                waves[0][bin][position] = Math.cos(angle);
                waves[1][bin][position] = Math.sin(angle);
            }
        }
        return waves;
    }

    /** Return the frequency of a bin in cycles per pixel, in [-.5, .5). */
    private static double signed(int bin, int size) {
        return (2 * bin < size ? bin : bin - size) / (double) size;
    }
}
