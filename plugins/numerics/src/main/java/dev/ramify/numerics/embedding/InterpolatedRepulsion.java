package dev.ramify.numerics.embedding;

import dev.ramify.numerics.Cores;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Repulsion of many points, interpolated on a grid (Linderman and others 2019): points are spread
 * on three by three nodes of their cell, nodes are convolved, and what they give is read back. With
 * {@code phi(s)_i = sum_j s_j / (1 + d_ij^2)^2}, force and total follow from {@code phi} of 1, x, y
 * and x^2 + y^2.
 *
 * <p>Forces are off by some two per cent of their size in all, as with the authors' settings, which
 * these are; the sparser the points, the more. Few points repel each other one by one instead.
 */
final class InterpolatedRepulsion implements Repulsion {

    private static final int NODES = 3;
    private static final int FEWEST_CELLS = 50;
    private static final int TOGETHER = 1024;

    private final int[] order;
    private final int[] cellX;
    private final int[] cellY;
    private final double[][] weightsX;
    private final double[][] weightsY;
    private double[][][] planes = new double[0][][];
    private double width;
    private int length;
    private @Nullable GridConvolution convolution;

    InterpolatedRepulsion(int points) {
        this.order = new int[points];
        this.cellX = new int[points];
        this.cellY = new int[points];
        this.weightsX = new double[NODES][points];
        this.weightsY = new double[NODES][points];
    }

    @Override
    public double repel(double[] x, double[] y, double[] fx, double[] fy) {
        double lowX = Arrays.stream(x).min().orElse(0);
        double lowY = Arrays.stream(y).min().orElse(0);
        double range =
                Math.max(
                        Arrays.stream(x).max().orElse(0) - lowX,
                        Arrays.stream(y).max().orElse(0) - lowY);
        GridConvolution grid = grid(range);
        int[] starts = sort(x, y, lowX, lowY);
        Cores.run(cells(), row -> spread(x, y, starts, row));
        grid.convolve(planes[0], planes[1]);
        grid.convolve(planes[2], planes[3]);
        double[] parts = new double[(x.length + TOGETHER - 1) / TOGETHER];
        Cores.run(parts.length, part -> parts[part] = read(x, y, fx, fy, part));
        return Arrays.stream(parts).reduce(0, Double::sum) - x.length;
    }

    private int cells() {
        return length / (2 * NODES);
    }

    /**
     * Cells are one wide, or less while the map is small: a power of a half, so that the kernel is
     * seldom transformed anew.
     */
    private GridConvolution grid(double range) {
        double wanted = 1;
        while (range < FEWEST_CELLS * wanted && wanted > 1e-9) {
            wanted /= 2;
        }
        int least = 2 * NODES * ((int) Math.ceil(range / wanted) + 1);
        int needed = Fourier.lengthFrom(Math.max(least, 2 * NODES * FEWEST_CELLS));
        GridConvolution known = convolution;
        if (known == null || needed != length || wanted != width) {
            width = wanted;
            length = needed;
            int side = NODES * cells();
            if (planes.length == 0 || planes[0].length != side) {
                planes = new double[4][side][side];
            }
            known = new GridConvolution(side, length, width / NODES);
            convolution = known;
        }
        return known;
    }

    /** Order the points by column of cells; return where each column begins. */
    private int[] sort(double[] x, double[] y, double lowX, double lowY) {
        int last = cells() - 1;
        int[] starts = new int[last + 2];
        for (int i = 0; i < x.length; i++) {
            cellX[i] = Math.min(last, (int) ((x[i] - lowX) / width));
            cellY[i] = Math.min(last, (int) ((y[i] - lowY) / width));
            weigh((x[i] - lowX) / width - cellX[i], weightsX, i);
            weigh((y[i] - lowY) / width - cellY[i], weightsY, i);
            starts[cellX[i] + 1]++;
        }
        for (int c = 0; c <= last; c++) {
            starts[c + 1] += starts[c];
        }
        int[] next = starts.clone();
        for (int i = 0; i < x.length; i++) {
            order[next[cellX[i]]++] = i;
        }
        return starts;
    }

    /** Lagrange's polynomials through 1/6, 1/2 and 5/6. */
    private static void weigh(double t, double[][] weights, int i) {
        double a = t - 1 / 6.0;
        double b = t - 0.5;
        double c = t - 5 / 6.0;
        weights[0][i] = b * c * 4.5;
        weights[1][i] = -a * c * 9;
        weights[2][i] = a * b * 4.5;
    }

    private void spread(double[] x, double[] y, int[] starts, int column) {
        for (double[][] plane : planes) {
            for (int n = 0; n < NODES; n++) {
                Arrays.fill(plane[column * NODES + n], 0);
            }
        }
        for (int k = starts[column]; k < starts[column + 1]; k++) {
            int i = order[k];
            double square = x[i] * x[i] + y[i] * y[i];
            for (int n = 0; n < NODES; n++) {
                int row = column * NODES + n;
                for (int m = 0; m < NODES; m++) {
                    double weight = weightsX[n][i] * weightsY[m][i];
                    int at = cellY[i] * NODES + m;
                    planes[0][row][at] += weight;
                    planes[1][row][at] += weight * x[i];
                    planes[2][row][at] += weight * y[i];
                    planes[3][row][at] += weight * square;
                }
            }
        }
    }

    private double read(double[] x, double[] y, double[] fx, double[] fy, int part) {
        double total = 0;
        int end = Math.min(x.length, (part + 1) * TOGETHER);
        for (int k = part * TOGETHER; k < end; k++) {
            // Neighbours in the plane are read one after another.
            int i = order[k];
            double one = 0;
            double horizontal = 0;
            double vertical = 0;
            double square = 0;
            for (int n = 0; n < NODES; n++) {
                int row = cellX[i] * NODES + n;
                for (int m = 0; m < NODES; m++) {
                    double weight = weightsX[n][i] * weightsY[m][i];
                    int at = cellY[i] * NODES + m;
                    one += weight * planes[0][row][at];
                    horizontal += weight * planes[1][row][at];
                    vertical += weight * planes[2][row][at];
                    square += weight * planes[3][row][at];
                }
            }
            fx[i] = x[i] * one - horizontal;
            fy[i] = y[i] * one - vertical;
            total +=
                    (1 + x[i] * x[i] + y[i] * y[i]) * one
                            - 2 * (x[i] * horizontal + y[i] * vertical)
                            + square;
        }
        return total;
    }
}
