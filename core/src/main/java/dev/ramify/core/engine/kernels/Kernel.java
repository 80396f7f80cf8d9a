package dev.ramify.core.engine.kernels;

/** The code of one operation, bound to its arrays. Not thread-safe. */
public interface Kernel extends AutoCloseable {

    /** Compute the outputs from the inputs. */
    void forward();

    /**
     * Compute the gradients of inputs and parameters from those of the outputs, overwriting what
     * was there.
     */
    void backward();

    /** Release native memory. */
    @Override
    default void close() {}
}
