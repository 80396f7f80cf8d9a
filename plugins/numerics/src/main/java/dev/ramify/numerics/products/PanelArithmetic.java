package dev.ramify.numerics.products;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Multiplies panels in one precision. Thread-safe. */
interface PanelArithmetic {

    /** Return the precision, in which panels are to be filled. */
    DataType precision();

    /**
     * Multiply two panels over their samples.
     *
     * @param left {@code [units, samples]} in Fortran's order
     * @param right the same; if it is the left panel itself, only the diagonal of the product and
     *     what is above it count
     * @param samples how many there are in both; columns that follow do not count
     * @param product {@code [units of the left, units of the right]} in C's order
     * @param adding whether to add to what is there, rather than to put the product in its place
     */
    void multiply(INDArray left, INDArray right, int samples, INDArray product, boolean adding);

    /** Choose the fastest way on this machine to multiply in single precision. */
    static PanelArithmetic single() {
        try {
            if (OneDnnArithmetic.isFastest()) {
                return OneDnnArithmetic.load();
            }
        } catch (LinkageError | RuntimeException e) {
            // The same products, with other roundings and on AVX-512 a sixth slower.
        }
        return new BlasArithmetic(DataType.FLOAT);
    }
}
