package dev.ramify.numerics.embedding;

import dev.ramify.numerics.Cores;
import java.util.Arrays;

/**
 * Convolves values on a square grid with {@code 1 / (1 + r^2)^2}, by Fourier transforms of twice
 * the side; two planes of values at a time, as the real and the imaginary part of one.
 *
 * <p>Rows are transformed in panels of as many columns as the cache holds. What is zero beyond the
 * grid is never transformed.
 */
final class GridConvolution {

    private static final int WIDE = 64;

    private final int side;
    private final Fourier fourier;

    /** The transformed kernel {@code [panels][frequencies][columns]}; it is real. */
    private final double[][][] kernel;

    private final double[][] middleRe;
    private final double[][] middleIm;

    /**
     * @param side number of grid points along each axis
     * @param length of the transforms, at least twice the side and a multiple of 64
     * @param spacing distance of neighbouring grid points
     */
    GridConvolution(int side, int length, double spacing) {
        this.side = side;
        this.fourier = new Fourier(length);
        this.kernel = new double[length / WIDE][length][WIDE];
        this.middleRe = new double[length][side];
        this.middleIm = new double[length][side];
        transformKernel(spacing);
    }

    /** Memory that one thread works in. */
    private static final class Panel {

        private final double[][] re;
        private final double[][] im;

        Panel(int length) {
            re = new double[length][WIDE];
            im = new double[length][WIDE];
        }
    }

    /** Replace two planes {@code [side][side]} by their convolutions. */
    void convolve(double[][] one, double[][] other) {
        int length = fourier.length();
        int panels = (side + WIDE - 1) / WIDE;
        Cores.run(panels, () -> new Panel(length), (panel, part) -> down(one, other, panel, part));
        Cores.run(length / WIDE, () -> new Panel(length), this::across);
        Cores.run(panels, () -> new Panel(length), (panel, part) -> up(one, other, panel, part));
    }

    private void down(double[][] one, double[][] other, Panel panel, int part) {
        int from = part * WIDE;
        int count = Math.min(WIDE, side - from);
        for (int g = 0; g < fourier.length(); g++) {
            if (g < side) {
                System.arraycopy(one[g], from, panel.re[g], 0, count);
                System.arraycopy(other[g], from, panel.im[g], 0, count);
            } else {
                Arrays.fill(panel.re[g], 0);
                Arrays.fill(panel.im[g], 0);
            }
        }
        fourier.forward(panel.re, panel.im);
        for (int k = 0; k < fourier.length(); k++) {
            System.arraycopy(panel.re[k], 0, middleRe[k], from, count);
            System.arraycopy(panel.im[k], 0, middleIm[k], from, count);
        }
    }

    private void across(Panel panel, int part) {
        for (int i = 0; i < WIDE; i++) {
            double[] re = middleRe[part * WIDE + i];
            double[] im = middleIm[part * WIDE + i];
            for (int g = 0; g < side; g++) {
                panel.re[g][i] = re[g];
                panel.im[g][i] = im[g];
            }
        }
        for (int g = side; g < fourier.length(); g++) {
            Arrays.fill(panel.re[g], 0);
            Arrays.fill(panel.im[g], 0);
        }
        fourier.forward(panel.re, panel.im);
        for (int k = 0; k < fourier.length(); k++) {
            multiply(kernel[part][k], panel.re[k]);
            multiply(kernel[part][k], panel.im[k]);
        }
        fourier.inverse(panel.re, panel.im);
        for (int i = 0; i < WIDE; i++) {
            double[] re = middleRe[part * WIDE + i];
            double[] im = middleIm[part * WIDE + i];
            for (int g = 0; g < side; g++) {
                re[g] = panel.re[g][i];
                im[g] = panel.im[g][i];
            }
        }
    }

    private static void multiply(double[] factors, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= factors[i];
        }
    }

    private void up(double[][] one, double[][] other, Panel panel, int part) {
        int from = part * WIDE;
        int count = Math.min(WIDE, side - from);
        for (int k = 0; k < fourier.length(); k++) {
            System.arraycopy(middleRe[k], from, panel.re[k], 0, count);
            System.arraycopy(middleIm[k], from, panel.im[k], 0, count);
        }
        fourier.inverse(panel.re, panel.im);
        for (int g = 0; g < side; g++) {
            System.arraycopy(panel.re[g], 0, one[g], from, count);
            System.arraycopy(panel.im[g], 0, other[g], from, count);
        }
    }

    /** The kernel is even along both axes, and so are its frequencies: half of it is enough. */
    private void transformKernel(double spacing) {
        int length = fourier.length();
        int half = length / 2;
        double[][] middle = new double[length][half + 1];
        Cores.run(
                half / WIDE + 1,
                () -> new Panel(length),
                (panel, part) -> {
                    int from = part * WIDE;
                    int count = Math.min(WIDE, half + 1 - from);
                    for (int a = 0; a < length; a++) {
                        Arrays.fill(panel.im[a], 0);
                        for (int i = 0; i < count; i++) {
                            panel.re[a][i] = value(Math.min(a, length - a), from + i, spacing);
                        }
                    }
                    fourier.forward(panel.re, panel.im);
                    for (int k = 0; k < length; k++) {
                        System.arraycopy(panel.re[k], 0, middle[k], from, count);
                    }
                });
        double scale = 1.0 / ((double) length * length);
        Cores.run(
                kernel.length,
                () -> new Panel(length),
                (panel, part) -> {
                    for (int b = 0; b < length; b++) {
                        Arrays.fill(panel.im[b], 0);
                        for (int i = 0; i < WIDE; i++) {
                            panel.re[b][i] = middle[part * WIDE + i][Math.min(b, length - b)];
                        }
                    }
                    fourier.forward(panel.re, panel.im);
                    for (int k = 0; k < length; k++) {
                        for (int i = 0; i < WIDE; i++) {
                            kernel[part][k][i] = panel.re[k][i] * scale;
                        }
                    }
                });
    }

    private static double value(int across, int down, double spacing) {
        double root = 1 + spacing * spacing * ((double) across * across + (double) down * down);
        return 1 / (root * root);
    }
}
