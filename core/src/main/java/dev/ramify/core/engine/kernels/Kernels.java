package dev.ramify.core.engine.kernels;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to compute operations: how arrays lie in memory, and the code that works on them.
 *
 * <p>Designing comes before binding, so that all arrays can be laid out before the first one is
 * made. Thread-safe.
 */
public interface Kernels {

    /** Return the name for people and provenance. */
    String name();

    /** Choose how images are given to a network. */
    Layout input(Shape shape, int samples);

    /**
     * Design the kernel of an operation.
     *
     * @param operation what to compute
     * @param inputs how its inputs lie in memory
     * @param samples number of samples at a time
     * @param mode what the plan is for
     * @param parameters how its parameters lie in memory already, or null where the design may
     *     choose
     * @throws UnsupportedOperationException if these kernels do not know the operation
     */
    KernelDesign design(
            Operation operation,
            List<Layout> inputs,
            int samples,
            Mode mode,
            @Nullable List<Layout> parameters);
}
