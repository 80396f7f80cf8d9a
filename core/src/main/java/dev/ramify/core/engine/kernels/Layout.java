package dev.ramify.core.engine.kernels;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How a value or a parameter lies in memory, against its logical order: row-major {@code [samples,
 * channels, height, width]} for values, row-major in its own dimensions for parameters.
 */
public interface Layout {

    /** Return the number of floats that it takes, padding included. */
    long length();

    /**
     * Copy from logical order.
     *
     * @param logical every value, in logical order
     * @param stored a vector of {@link #length()}
     */
    void write(float[] logical, INDArray stored);

    /**
     * Copy to logical order.
     *
     * @param stored a vector of {@link #length()}
     * @param logical receives every value, in logical order
     */
    void read(INDArray stored, float[] logical);

    /** Describe it for people. */
    String describe();
}
