package dev.ramify.plugins.metrics.numeric;

import java.util.Arrays;
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

    /**
     * Units are multiplied in panels side by side on all cores; of a product with itself only one
     * half is, in smaller ones. Their size depends on nothing, so that results do not either.
     */
    private static final int PANEL = 1024;

    private static final int HALF_PANEL = 512;

    /** Numbers that are read at a time: 32 MiB. */
    private static final int BLOCK = 1 << 23;

    private final CentredSamples x;
    private final CentredSamples y;
    private final boolean squared;
    private final boolean precise;
    private final int panel;
    private final double[][] sums;

    private Products(CentredSamples x, CentredSamples y, boolean squared) {
        this.x = x;
        this.y = y;
        this.squared = squared;
        this.precise = Math.max(x.units(), y.units()) < WIDE;
        this.panel = x == y ? HALF_PANEL : PANEL;
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
            INDArray[] left = panels(x, rows);
            if (x == y) {
                add(left, left);
            } else {
                INDArray[] right = panels(y, y.rows(from, count));
                add(left, right);
                close(right);
            }
            close(left);
        }
        if (x == y) {
            reflect();
        }
        return sums;
    }

    /** Not every matrix library rounds both halves alike. */
    private void reflect() {
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < i; j++) {
                sums[i][j] = sums[j][i];
            }
        }
    }

    private INDArray[] panels(CentredSamples samples, CentredSamples.Rows rows) {
        return IntStream.range(0, (samples.units() + panel - 1) / panel)
                .parallel()
                .mapToObj(
                        k ->
                                samples.array(
                                        rows,
                                        k * panel,
                                        Math.min(panel, samples.units() - k * panel),
                                        squared,
                                        precise))
                .toArray(INDArray[]::new);
    }

    /** Every pair of panels has a place of its own, so that they can be added side by side. */
    private void add(INDArray[] left, INDArray[] right) {
        IntStream.range(0, left.length * right.length)
                .filter(pair -> x != y || pair / right.length <= pair % right.length)
                .parallel()
                .forEach(
                        pair -> {
                            int k = pair / right.length;
                            int l = pair % right.length;
                            add(left[k], right[l], k * panel, l * panel);
                        });
    }

    /** Off-heap memory is given back at once rather than by the garbage collector. */
    private static void close(INDArray[] panels) {
        for (INDArray panel : panels) {
            panel.close();
        }
    }

    /** Add the product of two panels at its place. */
    private void add(INDArray left, INDArray right, int row, int column) {
        int height = (int) left.size(0);
        int width = (int) right.size(0);
        // Columns of this product are rows of the sums, which then are run through in order.
        INDArray product = Nd4j.createUninitialized(type(), new long[] {width, height}, 'f');
        Nd4j.gemm(right, left, product, false, true, 1, 0);
        double[] values = values(product);
        product.close();
        for (int i = 0; i < height; i++) {
            double[] sum = sums[row + i];
            for (int j = 0; j < width; j++) {
                sum[column + j] += values[i * width + j];
            }
        }
    }

    private DataType type() {
        return precise ? DataType.DOUBLE : DataType.FLOAT;
    }

    private double[] values(INDArray product) {
        double[] values = new double[(int) product.length()];
        if (precise) {
            product.data().asNioDouble().get(values);
        } else {
            float[] single = new float[values.length];
            product.data().asNioFloat().get(single);
            Arrays.setAll(values, i -> single[i]);
        }
        return values;
    }
}
