package dev.ramify.plugins.metrics.numeric;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_ssyrk;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The product of two panels of units {@code [units, samples]} in Fortran's order, taken over the
 * samples. Of a panel with itself only one half is computed, which takes half the time.
 */
final class PanelProduct {

    private final INDArray left;
    private final INDArray right;

    PanelProduct(INDArray left, INDArray right) {
        this.left = left;
        this.right = right;
    }

    /**
     * Add the product to its place in sums; below the diagonal of a product of a panel with itself
     * nothing is added.
     */
    void addTo(double[][] sums, int row, int column) {
        int height = (int) left.size(0);
        int width = (int) right.size(0);
        // Columns of this product are rows of the sums, which then are run through in order.
        INDArray product =
                Nd4j.createUninitialized(left.dataType(), new long[] {width, height}, 'f');
        if (left == right) {
            square(product);
        } else {
            Nd4j.gemm(right, left, product, false, true, 1, 0);
        }
        boolean half = left == right;
        if (product.dataType() == DataType.DOUBLE) {
            double[] values = new double[width * height];
            product.data().asNioDouble().get(values);
            for (int i = 0; i < height; i++) {
                double[] sum = sums[row + i];
                for (int j = half ? i : 0; j < width; j++) {
                    sum[column + j] += values[i * width + j];
                }
            }
        } else {
            float[] values = new float[width * height];
            product.data().asNioFloat().get(values);
            for (int i = 0; i < height; i++) {
                double[] sum = sums[row + i];
                for (int j = half ? i : 0; j < width; j++) {
                    sum[column + j] += values[i * width + j];
                }
            }
        }
        product.close();
    }

    /**
     * The library of arrays has no such product that works, but that of matrices beneath it has.
     */
    private void square(INDArray product) {
        int units = (int) left.size(0);
        int samples = (int) left.size(1);
        if (product.dataType() == DataType.DOUBLE) {
            cblas_dsyrk(
                    CblasColMajor,
                    CblasLower,
                    CblasNoTrans,
                    units,
                    samples,
                    1,
                    (DoublePointer) left.data().addressPointer(),
                    units,
                    0,
                    (DoublePointer) product.data().addressPointer(),
                    units);
        } else {
            cblas_ssyrk(
                    CblasColMajor,
                    CblasLower,
                    CblasNoTrans,
                    units,
                    samples,
                    1,
                    (FloatPointer) left.data().addressPointer(),
                    units,
                    0,
                    (FloatPointer) product.data().addressPointer(),
                    units);
        }
    }
}
