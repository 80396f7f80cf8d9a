package dev.ramify.plugins.metrics.numeric;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Two panels {@code [units, samples]} in Fortran's order, whose product over the samples is a part
 * of all sums.
 *
 * @param left its units are the rows of the part
 * @param right its units are the columns; the left panel itself where a layer meets itself
 * @param samples how many there are in both; columns that follow do not count
 * @param row in all sums, of the left panel's first unit
 * @param column in all sums, of the right panel's first unit
 */
record PanelPair(INDArray left, INDArray right, int samples, int row, int column) {

    boolean isSquare() {
        return left == right;
    }

    int height() {
        return (int) left.size(0);
    }

    int width() {
        return (int) right.size(0);
    }

    /**
     * Add a product to its place; nothing below the diagonal if it is square.
     *
     * @param product {@code [height][width]}
     */
    void add(DoubleBuffer product, double[][] sums) {
        double[] unit = new double[width()];
        for (int i = 0; i < height(); i++) {
            product.get(i * unit.length, unit);
            double[] sum = sums[row + i];
            for (int j = isSquare() ? i : 0; j < unit.length; j++) {
                sum[column + j] += unit[j];
            }
        }
    }

    /** The same in single precision. */
    void add(FloatBuffer product, double[][] sums) {
        float[] unit = new float[width()];
        for (int i = 0; i < height(); i++) {
            product.get(i * unit.length, unit);
            double[] sum = sums[row + i];
            for (int j = isSquare() ? i : 0; j < unit.length; j++) {
                sum[column + j] += unit[j];
            }
        }
    }
}
