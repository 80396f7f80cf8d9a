package dev.ramify.plugins.metrics.numeric;

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

/**
 * Multiplies with OpenBLAS, which is on every platform that the library of arrays is on. Of a
 * panel's product with itself only one half is computed; the library of arrays has no such product
 * that works, but that of matrices beneath it has.
 */
record BlasArithmetic(DataType precision) implements PanelArithmetic {

    /** Columns of what is computed are rows of the sums, which are then run through in order. */
    private static final int ORDER = CblasColMajor;

    @Override
    public void multiply(PanelPair pair, double[][] sums) {
        long size = (long) pair.height() * pair.width();
        if (precision == DataType.DOUBLE) {
            try (DoublePointer product = new DoublePointer(size)) {
                multiply(pair, product);
                pair.add(product.asByteBuffer().asDoubleBuffer(), sums);
            }
        } else {
            try (FloatPointer product = new FloatPointer(size)) {
                multiply(pair, product);
                pair.add(product.asByteBuffer().asFloatBuffer(), sums);
            }
        }
    }

    private static void multiply(PanelPair pair, DoublePointer product) {
        int height = pair.height();
        int width = pair.width();
        int samples = pair.samples();
        DoublePointer left = new DoublePointer(pair.left().data().addressPointer());
        DoublePointer right = new DoublePointer(pair.right().data().addressPointer());
        int as = CblasNoTrans;
        if (pair.isSquare()) {
            int half = CblasLower;
            cblas_dsyrk(ORDER, half, as, width, samples, 1, right, width, 0, product, width);
            return;
        }
        int to = CblasTrans;
        cblas_dgemm(
                ORDER, as, to, width, height, samples, 1, right, width, left, height, 0, product,
                width);
    }

    private static void multiply(PanelPair pair, FloatPointer product) {
        int height = pair.height();
        int width = pair.width();
        int samples = pair.samples();
        FloatPointer left = new FloatPointer(pair.left().data().addressPointer());
        FloatPointer right = new FloatPointer(pair.right().data().addressPointer());
        int as = CblasNoTrans;
        if (pair.isSquare()) {
            int half = CblasLower;
            cblas_ssyrk(ORDER, half, as, width, samples, 1, right, width, 0, product, width);
            return;
        }
        int to = CblasTrans;
        cblas_sgemm(
                ORDER, as, to, width, height, samples, 1, right, width, left, height, 0, product,
                width);
    }
}
