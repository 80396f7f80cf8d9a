package dev.ramify.core.engine.kernels;

import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Purpose.Statistics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel is to compute, and between what.
 *
 * @param operation what to compute
 * @param inputs how its inputs lie in memory
 * @param inputGradients for each input, whether its gradient is wanted
 * @param parameterGradients for each parameter, whether its gradient is wanted
 * @param samples number of samples at a time
 * @param laneSamples number of samples of every lane that the batch is divided between
 * @param statistics which mean and variance a normalization uses
 * @param dropout whether dropout is drawn
 * @param parameters how its parameters lie in memory already, or null where the design may choose
 */
public record KernelRequest(
        Operation operation,
        List<Layout> inputs,
        List<Boolean> inputGradients,
        List<Boolean> parameterGradients,
        int samples,
        int[] laneSamples,
        Statistics statistics,
        boolean dropout,
        @Nullable List<Layout> parameters) {

    public KernelRequest {
        inputs = List.copyOf(inputs);
        inputGradients = List.copyOf(inputGradients);
        parameterGradients = List.copyOf(parameterGradients);
    }

    /** Tell whether the backward pass has anything to compute. */
    public boolean differentiated() {
        return inputGradients.contains(true) || parameterGradients.contains(true);
    }
}
