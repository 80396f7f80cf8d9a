package dev.ramify.plugins.metrics.numeric;

import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums of products of centred units over samples, in double precision, by matrix products of blocks
 * that fit in memory however many samples there are.
 */
public final class Products {

    /** Units of a block: large enough for fast products, small enough to spare half of a square. */
    private static final int WIDTH = 512;

    private static final int BLOCK = 1 << 22;

    private Products() {}

    /**
     * Compute {@code sum_n x[n][i] y[n][j]} for all pairs of units.
     *
     * @return {@code [units of x][units of y]}
     */
    public static double[][] of(CentredSamples x, CentredSamples y) {
        return sums(x, y, false);
    }

    /** Compute {@code sum_n x[n][i]^2 y[n][j]^2} for all pairs of units. */
    public static double[][] ofSquares(CentredSamples x, CentredSamples y) {
        return sums(x, y, true);
    }

    private static double[][] sums(CentredSamples x, CentredSamples y, boolean squared) {
        boolean symmetric = x == y;
        INDArray[][] sums = zeros(x.units(), y.units(), symmetric);
        int rows = Math.max(64, BLOCK / Math.max(x.units(), y.units()));
        for (int from = 0; from < x.samples(); from += rows) {
            int count = Math.min(rows, x.samples() - from);
            double[] first = x.read(from, count);
            if (first.length == 0) {
                continue;
            }
            INDArray[] left = blocks(first, x.units(), squared);
            INDArray[] right = symmetric ? left : blocks(y.read(from, count), y.units(), squared);
            for (int k = 0; k < left.length; k++) {
                for (int l = symmetric ? k : 0; l < right.length; l++) {
                    Nd4j.gemm(left[k], right[l], sums[k][l], false, true, 1, 1);
                }
            }
            close(left);
            close(right);
        }
        return unblocked(sums, x.units(), y.units(), symmetric);
    }

    private static INDArray[] blocks(double[] rows, int units, boolean squared) {
        if (squared) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] *= rows[i];
            }
        }
        return CentredSamples.blocks(rows, units, WIDTH);
    }

    private static INDArray[][] zeros(int rows, int columns, boolean symmetric) {
        INDArray[][] zeros = new INDArray[blocks(rows)][blocks(columns)];
        for (int k = 0; k < zeros.length; k++) {
            for (int l = symmetric ? k : 0; l < zeros[k].length; l++) {
                long[] shape = {width(k, rows), width(l, columns)};
                zeros[k][l] = Nd4j.create(DataType.DOUBLE, shape, 'f');
            }
        }
        return zeros;
    }

    private static double[][] unblocked(
            INDArray[][] sums, int rows, int columns, boolean symmetric) {
        double[][] all = new double[rows][columns];
        for (int k = 0; k < sums.length; k++) {
            for (int l = symmetric ? k : 0; l < sums[k].length; l++) {
                double[] block = sums[k][l].data().asDouble();
                int height = width(k, rows);
                for (int i = 0; i < block.length; i++) {
                    int row = k * WIDTH + i % height;
                    int column = l * WIDTH + i / height;
                    all[row][column] = block[i];
                    if (symmetric) {
                        all[column][row] = block[i];
                    }
                }
                close(sums[k][l]);
            }
        }
        return all;
    }

    private static int blocks(int units) {
        return (units + WIDTH - 1) / WIDTH;
    }

    private static int width(int block, int units) {
        return Math.min(WIDTH, units - block * WIDTH);
    }

    /** Off-heap memory is given back at once rather than by the garbage collector. */
    private static void close(INDArray... arrays) {
        Arrays.stream(arrays)
                .filter(array -> array.closeable() && !array.wasClosed())
                .forEach(INDArray::close);
    }
}
