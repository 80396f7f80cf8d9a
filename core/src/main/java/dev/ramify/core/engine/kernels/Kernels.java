package dev.ramify.core.engine.kernels;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Graph;

/**
 * A way to compute operations: how arrays lie in memory, and the code that works on them.
 *
 * <p>Designing comes before binding, so that all arrays can be laid out before the first one is
 * made. Thread-safe.
 */
public interface Kernels {

    /** Return the name for people and provenance. */
    String name();

    /**
     * Divide a batch between lanes, each of which computes some samples from beginning to end.
     *
     * <p>The division must not depend on the number of threads, for results depend on it: gradients
     * are summed lane by lane.
     *
     * @return number of samples of each lane, at least one lane, in order
     */
    int[] lanes(Graph graph, int samples);

    /** Choose how images are given to a network. */
    Layout input(Shape shape, int samples);

    /**
     * Design the kernel of an operation.
     *
     * @throws UnsupportedOperationException if these kernels do not know the operation
     */
    KernelDesign design(KernelRequest request);
}
