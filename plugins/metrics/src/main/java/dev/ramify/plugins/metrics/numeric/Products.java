package dev.ramify.plugins.metrics.numeric;

import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Sums of products of centred units over samples, by matrix products of blocks that fit in memory
 * however many samples there are.
 *
 * <p>Blocks of narrow layers are multiplied in double precision. Those of layers of {@value #WIDE}
 * units or more are multiplied in single precision, as activations are recorded, which takes half
 * the time; their sum is taken in double precision.
 */
public final class Products {

    static final int WIDE = 768;

    /** Of a product with itself only one half is computed, in panels of so many units. */
    private static final int PANEL = 1024;

    /** Numbers that are read at a time: 32 MiB. */
    private static final int BLOCK = 1 << 23;

    private final CentredSamples x;
    private final CentredSamples y;
    private final boolean squared;
    private final boolean precise;
    private final double[][] sums;

    private Products(CentredSamples x, CentredSamples y, boolean squared) {
        this.x = x;
        this.y = y;
        this.squared = squared;
        this.precise = Math.max(x.units(), y.units()) < WIDE;
        this.sums = new double[x.units()][y.units()];
    }

    /**
     * Compute {@code sum_n x[n][i] y[n][j]} for all pairs of units.
     *
     * @return {@code [units of x][units of y]}
     */
    public static double[][] of(CentredSamples x, CentredSamples y) {
        return new Products(x, y, false).sums();
    }

    /** Compute {@code sum_n x[n][i]^2 y[n][j]^2} for all pairs of units. */
    public static double[][] ofSquares(CentredSamples x, CentredSamples y) {
        return new Products(x, y, true).sums();
    }

    private double[][] sums() {
        int block = Math.max(64, BLOCK / Math.max(x.units(), y.units()));
        for (int from = 0; from < x.samples(); from += block) {
            int count = Math.min(block, x.samples() - from);
            CentredSamples.Rows rows = x.rows(from, count);
            if (rows.present().length == 0) {
                continue;
            }
            if (x == y) {
                addSquare(rows);
            } else {
                INDArray left = x.array(rows, 0, x.units(), squared, precise);
                INDArray right = y.array(y.rows(from, count), 0, y.units(), squared, precise);
                add(left, right, 0, 0, false);
                left.close();
                right.close();
            }
        }
        return sums;
    }

    private void addSquare(CentredSamples.Rows rows) {
        INDArray[] panels =
                IntStream.range(0, (x.units() + PANEL - 1) / PANEL)
                        .map(k -> k * PANEL)
                        .mapToObj(
                                first ->
                                        x.array(
                                                rows,
                                                first,
                                                Math.min(PANEL, x.units() - first),
                                                squared,
                                                precise))
                        .toArray(INDArray[]::new);
        for (int k = 0; k < panels.length; k++) {
            for (int l = k; l < panels.length; l++) {
                add(panels[k], panels[l], k * PANEL, l * PANEL, true);
            }
        }
        for (INDArray panel : panels) {
            panel.close();
        }
    }

    /**
     * Add the product of two panels at its place.
     *
     * @param square whether of a product with itself, of which only pairs on and above the diagonal
     *     are taken and reflected: not every matrix library rounds both halves alike
     */
    private void add(INDArray left, INDArray right, int row, int column, boolean square) {
        DataType type = precise ? DataType.DOUBLE : DataType.FLOAT;
        int height = (int) left.size(0);
        int width = (int) right.size(0);
        INDArray product = Nd4j.create(type, new long[] {height, width}, 'f');
        Nd4j.gemm(left, right, product, false, true, 1, 0);
        double[] values = product.data().asDouble();
        // Off-heap memory is given back at once rather than by the garbage collector.
        product.close();
        for (int i = 0; i < height; i++) {
            double[] sum = sums[row + i];
            int first = square && row == column ? i : 0;
            for (int j = first; j < width; j++) {
                sum[column + j] += values[j * height + i];
            }
        }
        for (int j = 0; square && j < width; j++) {
            double[] sum = sums[column + j];
            int end = row == column ? j : height;
            for (int i = 0; i < end; i++) {
                sum[row + i] += values[j * height + i];
            }
        }
    }
}
