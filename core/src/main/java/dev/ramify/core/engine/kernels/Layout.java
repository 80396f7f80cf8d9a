package dev.ramify.core.engine.kernels;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * How a value or a parameter lies in memory, against its logical order: row-major {@code [samples,
 * channels, height, width]} for values, row-major in its own dimensions for parameters.
 */
public interface Layout {

    /** Return the number of floats that it takes, padding included. */
    long length();

    /** Return the number of values, without padding. */
    int values();

    /**
     * Open a stored array for copies to and from logical order.
     *
     * @param stored a vector of {@link #length()}
     */
    Port open(INDArray stored);

    /** Describe it for people. */
    String describe();

    /**
     * Copies between a stored array and arrays in logical order, without making new objects. Not
     * thread-safe.
     */
    interface Port {

        /**
         * Copy from logical order.
         *
         * @param logical has {@link #values()} values from the offset on
         */
        void write(float[] logical, int offset);

        /**
         * Copy to logical order.
         *
         * @param logical receives {@link #values()} values from the offset on
         */
        void read(float[] logical, int offset);
    }

    /** Copy from logical order. */
    default void write(float[] logical, INDArray stored) {
        open(stored).write(logical, 0);
    }

    /** Copy to logical order. */
    default void read(INDArray stored, float[] logical) {
        open(stored).read(logical, 0);
    }
}
