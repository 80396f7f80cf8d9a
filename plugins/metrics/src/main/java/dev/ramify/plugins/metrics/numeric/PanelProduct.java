package dev.ramify.plugins.metrics.numeric;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_ssyrk;

import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A part of the product of two panels {@code [units, samples]} in Fortran's order, taken over the
 * samples. Of a panel with itself only one half is computed, which takes half the time; the library
 * of arrays has no such product that works, but that of matrices beneath it has.
 *
 * @param left its units from {@code first} on are the rows of the part
 * @param right all its units are the columns
 * @param samples how many there are in both; columns that follow do not count
 * @param first unit of the left panel
 * @param count number of units of the left panel
 * @param row in all sums, of the first unit
 * @param column in all sums
 */
record PanelProduct(
        INDArray left, INDArray right, int samples, int first, int count, int row, int column) {

    /**
     * Divide a product into parts that take about as long: two of different panels, and one of a
     * panel with itself.
     *
     * @param row in all sums, of the left panel's first unit
     * @param column in all sums, of the right panel's first unit
     */
    static List<PanelProduct> parts(
            INDArray left, INDArray right, int samples, int row, int column) {
        int units = (int) left.size(0);
        if (left == right || units == 1) {
            return List.of(new PanelProduct(left, right, samples, 0, units, row, column));
        }
        int half = units / 2;
        return List.of(
                new PanelProduct(left, right, samples, 0, half, row, column),
                new PanelProduct(left, right, samples, half, units - half, row + half, column));
    }

    private boolean isSquare() {
        return left == right;
    }

    /** Add the product to its place; nothing below the diagonal of all sums if it is square. */
    void addTo(double[][] sums) {
        // Columns of this product are rows of the sums, which then are run through in order.
        int width = (int) right.size(0);
        long size = (long) width * count;
        if (left.dataType() == DataType.DOUBLE) {
            try (DoublePointer product = new DoublePointer(size)) {
                multiply(product);
                add(product.asByteBuffer().asDoubleBuffer(), new double[width], sums);
            }
        } else {
            try (FloatPointer product = new FloatPointer(size)) {
                multiply(product);
                add(product.asByteBuffer().asFloatBuffer(), new float[width], sums);
            }
        }
    }

    private void add(DoubleBuffer product, double[] unit, double[][] sums) {
        for (int i = 0; i < count; i++) {
            product.get(i * unit.length, unit);
            double[] sum = sums[row + i];
            for (int j = isSquare() ? i : 0; j < unit.length; j++) {
                sum[column + j] += unit[j];
            }
        }
    }

    private void add(FloatBuffer product, float[] unit, double[][] sums) {
        for (int i = 0; i < count; i++) {
            product.get(i * unit.length, unit);
            double[] sum = sums[row + i];
            for (int j = isSquare() ? i : 0; j < unit.length; j++) {
                sum[column + j] += unit[j];
            }
        }
    }

    private void multiply(DoublePointer product) {
        int height = (int) left.size(0);
        int width = (int) right.size(0);
        DoublePointer one = (DoublePointer) right.data().addressPointer();
        DoublePointer other = new DoublePointer(left.data().addressPointer()).position(first);
        int order = CblasColMajor;
        if (isSquare()) {
            cblas_dsyrk(
                    order,
                    CblasLower,
                    CblasNoTrans,
                    width,
                    samples,
                    1,
                    one,
                    width,
                    0,
                    product,
                    width);
        } else {
            cblas_dgemm(
                    order,
                    CblasNoTrans,
                    CblasTrans,
                    width,
                    count,
                    samples,
                    1,
                    one,
                    width,
                    other,
                    height,
                    0,
                    product,
                    width);
        }
    }

    private void multiply(FloatPointer product) {
        int height = (int) left.size(0);
        int width = (int) right.size(0);
        FloatPointer one = (FloatPointer) right.data().addressPointer();
        FloatPointer other = new FloatPointer(left.data().addressPointer()).position(first);
        int order = CblasColMajor;
        if (isSquare()) {
            cblas_ssyrk(
                    order,
                    CblasLower,
                    CblasNoTrans,
                    width,
                    samples,
                    1,
                    one,
                    width,
                    0,
                    product,
                    width);
        } else {
            cblas_sgemm(
                    order,
                    CblasNoTrans,
                    CblasTrans,
                    width,
                    count,
                    samples,
                    1,
                    one,
                    width,
                    other,
                    height,
                    0,
                    product,
                    width);
        }
    }
}
