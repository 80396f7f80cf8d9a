package dev.ramify.plugins.metrics.numeric;

import org.nd4j.linalg.api.buffer.DataType;

/** Multiplies panels in one precision. Thread-safe. */
interface PanelArithmetic {

    /** Return the precision, in which panels are to be filled. */
    DataType precision();

    /** Multiply two panels over their samples, and add the product to its place in all sums. */
    void multiply(PanelPair pair, double[][] sums);

    /** Choose the fastest way on this machine to multiply in single precision. */
    static PanelArithmetic single() {
        try {
            return OneDnnArithmetic.load();
        } catch (LinkageError | RuntimeException e) {
            // The same products, with other roundings and on AVX-512 a sixth slower.
            return new BlasArithmetic(DataType.FLOAT);
        }
    }
}
