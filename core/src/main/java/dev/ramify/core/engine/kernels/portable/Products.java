package dev.ramify.core.engine.kernels.portable;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Matrix products of row-major arrays. */
final class Products {

    private Products() {}

    /**
     * Compute {@code c = op(a) op(b) + beta c} in place.
     *
     * <p>BLAS thinks in columns: read so, row-major arrays are their transposes, and the product
     * turns round.
     */
    static void multiply(
            INDArray a,
            boolean transposeA,
            INDArray b,
            boolean transposeB,
            INDArray c,
            double beta) {
        Nd4j.gemm(b.transpose(), a.transpose(), c.transpose(), transposeB, transposeA, 1.0, beta);
    }
}
