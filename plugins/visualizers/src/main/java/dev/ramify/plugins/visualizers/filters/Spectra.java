package dev.ramify.plugins.visualizers.filters;

/** Measures colour and spatial frequency of a filter. */
final class Spectra {

    private static final int SIZE = 32;
    private static final int POWER_STEPS = 60;
    private static final double[] COSINES = new double[SIZE];
    private static final double[] SINES = new double[SIZE];

    static {
        for (int i = 0; i < SIZE; i++) {
            COSINES[i] = Math.cos(2 * Math.PI * i / SIZE);
            SINES[i] = Math.sin(2 * Math.PI * i / SIZE);
        }
    }

    private Spectra() {}

    /**
     * Compute the share of a filter's energy outside luminance, along the orthonormal opponents
     * {@code (R-G)/sqrt 2} and {@code (R+G-2B)/sqrt 6}; {@code NaN} unless it has three channels.
     */
    static double colourIndex(double[][] filter) {
        if (filter.length != 3) {
            return Double.NaN;
        }
        double luminance = 0;
        double total = 0;
        for (int i = 0; i < filter[0].length; i++) {
            double sum = filter[0][i] + filter[1][i] + filter[2][i];
            luminance += sum * sum / 3;
            for (double[] channel : filter) {
                total += channel[i] * channel[i];
            }
        }
        return total > 0 ? Math.max(0, 1 - luminance / total) : Double.NaN;
    }

    /**
     * Compute the centroid of the power spectrum of the dominant colour direction, in cycles per
     * pixel, without the constant part: {@code sum f |F|^2 / sum |F|^2} over a 32 x 32 zero-padded
     * transform.
     */
    static double frequency(double[][] filter, int height, int width) {
        double[] plane = dominant(filter);
        double mean = 0;
        for (double value : plane) {
            mean += value / plane.length;
        }
        double weighted = 0;
        double total = 0;
        for (int v = 0; v < SIZE; v++) {
            for (int u = 0; u <= SIZE / 2; u++) {
                double power = power(plane, mean, height, width, u, v);
                double twins = u == 0 || u == SIZE / 2 ? 1 : 2;
                double fy = Math.min(v, SIZE - v) / (double) SIZE;
                double fx = u / (double) SIZE;
                weighted += twins * power * Math.hypot(fx, fy);
                total += twins * power;
            }
        }
        return total > 0 ? weighted / total : Double.NaN;
    }

    private static double power(double[] plane, double mean, int height, int width, int u, int v) {
        double real = 0;
        double imaginary = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int phase = (u * x + v * y) % SIZE;
                double value = plane[y * width + x] - mean;
                real += value * COSINES[phase];
                imaginary += value * SINES[phase];
            }
        }
        return real * real + imaginary * imaginary;
    }

    /** Project onto the channel direction of greatest energy. */
    private static double[] dominant(double[][] filter) {
        int channels = filter.length;
        double[][] energy = new double[channels][channels];
        for (int a = 0; a < channels; a++) {
            for (int b = 0; b < channels; b++) {
                for (int i = 0; i < filter[0].length; i++) {
                    energy[a][b] += filter[a][i] * filter[b][i];
                }
            }
        }
        double[] direction = strongestRow(energy);
        for (int step = 0; step < POWER_STEPS; step++) {
            direction = normalized(times(energy, direction));
        }
        double[] plane = new double[filter[0].length];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] += direction[c] * filter[c][i];
            }
        }
        return plane;
    }

    /** Start the power iteration where it cannot be orthogonal to the answer. */
    private static double[] strongestRow(double[][] energy) {
        int best = 0;
        for (int c = 1; c < energy.length; c++) {
            if (energy[c][c] > energy[best][best]) {
                best = c;
            }
        }
        return normalized(energy[best]);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int a = 0; a < vector.length; a++) {
            for (int b = 0; b < vector.length; b++) {
                product[a] += matrix[a][b] * vector[b];
            }
        }
        return product;
    }

    private static double[] normalized(double[] vector) {
        double norm = 0;
        for (double value : vector) {
            norm += value * value;
        }
        double[] unit = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = norm > 0 ? vector[i] / Math.sqrt(norm) : 0;
        }
        return unit;
    }
}
