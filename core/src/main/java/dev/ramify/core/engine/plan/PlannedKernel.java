package dev.ramify.core.engine.plan;

import dev.ramify.api.architecture.Shape;
import dev.ramify.core.engine.graph.Operation;
import dev.ramify.core.engine.graph.Parameter;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.KernelDesign;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One operation of a compiled plan, for people.
 *
 * @param operation name of the layer or container
 * @param kind of the operation, such as {@code convolve}
 * @param output shape of one sample's first output
 * @param layout how that lies in memory
 * @param kernel the code that runs
 * @param fallback why it runs on portable kernels, if it does so against the rule
 * @param macs multiply-accumulates of one sample's forward pass
 * @param bytes of outputs, of what is kept for the way back, and of parameters, all lanes together
 */
public record PlannedKernel(
        String operation,
        String kind,
        Shape output,
        String layout,
        String kernel,
        Optional<String> fallback,
        long macs,
        long bytes) {

    /**
     * Describe a plan.
     *
     * @param lanes the designs of all lanes, at least one
     */
    public static List<PlannedKernel> of(List<Design> lanes) {
        Design first = lanes.get(0);
        List<PlannedKernel> planned = new ArrayList<>();
        for (int i = 0; i < first.kernels().size(); i++) {
            Operation operation = first.graph().operations().get(i);
            KernelDesign kernel = first.kernels().get(i);
            Value output = operation.outputs().get(0);
            planned.add(
                    new PlannedKernel(
                            operation.name(),
                            kind(operation),
                            output.shape(),
                            first.layout(output).describe(),
                            kernel.describe(),
                            kernel.fallback(),
                            operation.macs(),
                            Float.BYTES * (parameters(first, operation) + values(lanes, i))));
        }
        return planned;
    }

    private static String kind(Operation operation) {
        return operation.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }

    private static long parameters(Design design, Operation operation) {
        return operation.parameters().stream()
                .map(Parameter::id)
                .mapToLong(id -> Objects.requireNonNull(design.parameters().get(id)).length())
                .sum();
    }

    private static long values(List<Design> lanes, int operation) {
        long floats = 0;
        for (Design lane : lanes) {
            KernelDesign kernel = lane.kernels().get(operation);
            floats += kernel.workspace();
            if (!kernel.sharesValue()) {
                floats += kernel.outputs().stream().mapToLong(each -> each.length()).sum();
            }
        }
        return floats;
    }
}
