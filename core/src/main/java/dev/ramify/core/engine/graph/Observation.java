package dev.ramify.core.engine.graph;

import java.util.Set;

/**
 * Which values of a network can be observed, and what else can be done there.
 *
 * @param layers names of layers, branches and residuals, shared by their parts in all branches;
 *     {@link Site#INPUT} stands for the images
 * @param point where the units of weighted layers are observed; all others are where they end
 * @param access what can be done with the values there
 */
public record Observation(Set<String> layers, Point point, Access access) {

    public Observation {
        layers = Set.copyOf(layers);
    }

    /** Nothing is observed: what training needs. */
    public static final Observation NONE = new Observation(Set.of(), Point.ACTIVATION, Access.READ);

    /** Where units are observed. */
    public enum Point {
        /**
         * After the normalization, scale and shift, and activation that directly follow the layer,
         * if any.
         */
        ACTIVATION,
        /** What the layer itself gives. */
        PREACTIVATION
    }

    /** What can be done with observed values. */
    public enum Access {
        /** They can be read after a pass. */
        READ,
        /** There is a tap: gradients can be read and added as well. */
        DIFFERENTIATE,
        /** There is a tap, and values can be changed on their way as well. */
        CHANGE
    }

    /** Observe layers to read them. */
    public static Observation of(Set<String> layers, Point point) {
        return new Observation(layers, point, Access.READ);
    }
}
