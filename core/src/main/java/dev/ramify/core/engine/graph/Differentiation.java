package dev.ramify.core.engine.graph;

import java.util.HashSet;
import java.util.Set;

/**
 * Which values and parameters of a graph have gradients: the parameters and the values at taps that
 * are asked for, and every value that depends on one of them.
 */
public final class Differentiation {

    private final Derivatives derivatives;
    private final Set<Integer> values = new HashSet<>();

    /**
     * @param derivatives what is asked for
     */
    public Differentiation(Graph graph, Derivatives derivatives) {
        this.derivatives = derivatives;
        for (Operation operation : graph.operations()) {
            if (operation.inputs().stream().anyMatch(this::reaches)
                    || operation.parameters().stream().anyMatch(this::reaches)
                    || derivatives.values() && operation instanceof Operation.Tap) {
                operation.outputs().forEach(output -> values.add(output.id()));
            }
        }
    }

    /** Tell whether the gradient of a value is computed. */
    public boolean reaches(Value value) {
        return values.contains(value.id());
    }

    /** Tell whether the gradient of a parameter is computed. */
    public boolean reaches(Parameter parameter) {
        return derivatives.include(parameter);
    }

    /** Tell whether an operation runs backward. */
    public boolean reaches(Operation operation) {
        return reaches(operation.outputs().get(0));
    }
}
