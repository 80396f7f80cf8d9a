package dev.ramify.core.engine.kernels;

/** The code of one operation, bound to its arrays. Not thread-safe. */
public interface Kernel extends AutoCloseable {

    /** Derive what follows from parameters that have changed; done once for all lanes. */
    default void refresh() {}

    /** Compute the outputs from the inputs. */
    void forward();

    /**
     * Compute the gradients of inputs and parameters from those of the outputs, overwriting what
     * was there.
     */
    void backward();

    /** Finish the forward pass when all lanes have come so far. */
    default void forwardTogether() {}

    /** Finish the backward pass when all lanes have come so far. */
    default void backwardTogether() {}

    /** Release native memory. */
    @Override
    default void close() {}
}
