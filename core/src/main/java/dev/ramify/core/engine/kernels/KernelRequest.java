package dev.ramify.core.engine.kernels;

import dev.ramify.core.engine.graph.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel is to compute, and between what.
 *
 * @param operation what to compute
 * @param inputs how its inputs lie in memory
 * @param gradients for each input, whether training needs its gradient
 * @param samples number of samples at a time
 * @param laneSamples number of samples of every lane that the batch is divided between
 * @param mode what the plan is for
 * @param parameters how its parameters lie in memory already, or null where the design may choose
 */
public record KernelRequest(
        Operation operation,
        List<Layout> inputs,
        List<Boolean> gradients,
        int samples,
        int[] laneSamples,
        Mode mode,
        @Nullable List<Layout> parameters) {

    public KernelRequest {
        inputs = List.copyOf(inputs);
        gradients = List.copyOf(gradients);
    }

    /** Tell whether the backward pass will run. */
    public boolean training() {
        return mode == Mode.TRAINING;
    }
}
