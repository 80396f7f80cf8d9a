package dev.ramify.core.engine.graph;

import java.util.Set;

/**
 * With respect to what a plan differentiates.
 *
 * @param parameters whether with respect to trained parameters
 * @param frozen layers and containers whose parameters are left out: they do not move, and their
 *     gradients are not computed. A name or a path stands for every node whose path contains it
 * @param values whether with respect to the values at all taps
 */
public record Derivatives(boolean parameters, Set<String> frozen, boolean values) {

    /** None: the plan runs forward alone. */
    public static final Derivatives NONE = new Derivatives(false, Set.of(), false);

    /** With respect to all trained parameters. */
    public static final Derivatives OF_PARAMETERS = new Derivatives(true, Set.of(), false);

    /** With respect to the values at taps alone; parameters are constants. */
    public static final Derivatives OF_VALUES = new Derivatives(false, Set.of(), true);

    public Derivatives {
        frozen = Set.copyOf(frozen);
    }

    /** With respect to all trained parameters but those of some layers and containers. */
    public static Derivatives allBut(Set<String> frozen) {
        return new Derivatives(true, frozen, false);
    }

    /** Tell whether there are none. */
    public boolean isEmpty() {
        return !parameters && !values;
    }

    /** Tell whether the gradients of a parameter are computed. */
    public boolean include(Parameter parameter) {
        return parameters && parameter.role().trained() && !isFrozen(parameter);
    }

    boolean isFrozen(Parameter parameter) {
        return parameter.pieces().stream().anyMatch(piece -> isFrozen(piece.layer()));
    }

    /** Tell whether a node is frozen. */
    boolean isFrozen(String path) {
        String whole = "/" + path + "/";
        return frozen.stream().anyMatch(name -> whole.contains("/" + name + "/"));
    }
}
