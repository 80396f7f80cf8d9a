package dev.ramify.core.engine.graph;

import java.util.Set;

/**
 * Which layers can be observed and masked.
 *
 * @param layers names of weighted layers, shared by their parts in all branches
 * @param point where their units are observed
 * @param masked whether their units can be masked at that point
 */
public record Observation(Set<String> layers, Point point, boolean masked) {

    public Observation {
        layers = Set.copyOf(layers);
    }

    /** Nothing is observed: what training needs. */
    public static final Observation NONE = new Observation(Set.of(), Point.ACTIVATION, false);

    /** Where units are observed. */
    public enum Point {
        /** After the normalization and the rectifier that directly follow the layer, if any. */
        ACTIVATION,
        /** What the layer itself gives. */
        PREACTIVATION
    }
}
