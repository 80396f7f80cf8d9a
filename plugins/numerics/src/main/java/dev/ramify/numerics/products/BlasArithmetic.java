package dev.ramify.numerics.products;

import static org.bytedeco.openblas.global.openblas.CblasColMajor;
import static org.bytedeco.openblas.global.openblas.CblasLower;
import static org.bytedeco.openblas.global.openblas.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas.CblasTrans;
import static org.bytedeco.openblas.global.openblas.cblas_dgemm;
import static org.bytedeco.openblas.global.openblas.cblas_dsyrk;
import static org.bytedeco.openblas.global.openblas.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas.cblas_ssyrk;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Multiplies with OpenBLAS, which is on every platform that the library of arrays is on. Of a
 * panel's product with itself only one half is computed; the library of arrays has no such product
 * that works, but that of matrices beneath it has.
 */
record BlasArithmetic(DataType precision) implements PanelArithmetic {

    /** Columns of what is computed are rows of the product. */
    private static final int ORDER = CblasColMajor;

    private static final int AS = CblasNoTrans;
    private static final int TO = CblasTrans;
    private static final int HALF = CblasLower;

    @Override
    public void multiply(
            INDArray left, INDArray right, int samples, INDArray product, boolean adding) {
        int keep = adding ? 1 : 0;
        if (precision == DataType.DOUBLE) {
            multiplyDoubles(left, right, samples, product, keep);
        } else {
            multiplyFloats(left, right, samples, product, keep);
        }
    }

    private static void multiplyDoubles(
            INDArray left, INDArray right, int samples, INDArray product, int keep) {
        int height = (int) left.size(0);
        int width = (int) right.size(0);
        DoublePointer a = doubles(right);
        DoublePointer b = doubles(left);
        DoublePointer c = doubles(product);
        if (left == right) {
            cblas_dsyrk(ORDER, HALF, AS, width, samples, 1, a, width, keep, c, width);
        } else {
            cblas_dgemm(
                    ORDER, AS, TO, width, height, samples, 1, a, width, b, height, keep, c, width);
        }
    }

    private static void multiplyFloats(
            INDArray left, INDArray right, int samples, INDArray product, int keep) {
        int height = (int) left.size(0);
        int width = (int) right.size(0);
        FloatPointer a = floats(right);
        FloatPointer b = floats(left);
        FloatPointer c = floats(product);
        if (left == right) {
            cblas_ssyrk(ORDER, HALF, AS, width, samples, 1, a, width, keep, c, width);
        } else {
            cblas_sgemm(
                    ORDER, AS, TO, width, height, samples, 1, a, width, b, height, keep, c, width);
        }
    }

    private static DoublePointer doubles(INDArray array) {
        return new DoublePointer(array.data().addressPointer());
    }

    private static FloatPointer floats(INDArray array) {
        return new FloatPointer(array.data().addressPointer());
    }
}
