package dev.ramify.core.engine.kernels;

import java.util.List;
import java.util.Optional;

/** What a kernel will need, settled before there is any array. */
public interface KernelDesign {

    /** Return how each output lies in memory. */
    List<Layout> outputs();

    /** Return how each parameter lies in memory, in the order of the operation. */
    default List<Layout> parameters() {
        return List.of();
    }

    /** Return the number of floats that the kernel fills forward and reads backward. */
    default long workspace() {
        return 0;
    }

    /** Return the number of floats that the kernel uses during one pass and then forgets. */
    default long scratch() {
        return 0;
    }

    /**
     * Return the number of floats that the kernel derives from parameters when these have changed,
     * for all lanes.
     */
    default long derived() {
        return 0;
    }

    /**
     * Return the number of floats that each lane shows to the others. Where there are any, lanes
     * wait for each other between the two halves of a pass.
     */
    default long shown() {
        return 0;
    }

    /** Tell whether the backward pass reads one of the inputs of the forward pass. */
    default boolean keepsInput(int index) {
        return false;
    }

    /** Tell whether the backward pass reads the outputs of the forward pass. */
    default boolean keepsOutputs() {
        return false;
    }

    /** Tell whether every output is the input itself, in the same memory. */
    default boolean sharesValue() {
        return false;
    }

    /**
     * Tell whether the gradient of every input is that of the output itself, in the same memory.
     */
    default boolean sharesGradient() {
        return false;
    }

    /** Say why portable kernels take the place of those that were asked for, if they do. */
    default Optional<String> fallback() {
        return Optional.empty();
    }

    /** Describe the code that will run, for people. */
    String describe();

    /** Make the kernel for given arrays. */
    Kernel bind(Bindings bindings);
}
