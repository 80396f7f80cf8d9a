package dev.ramify.plugins.metrics.family;

/** How units are put into families. */
public enum FamilySource {
    /** By the factor that the unit prefers, or by its class where the samples have no factors. */
    PREFERRED,
    /** By the factor that explains most of a unit's variance. */
    PREFERRED_FACTOR,
    /** By that factor and the level of it to which the unit responds most. */
    PREFERRED_LEVEL,
    /** By the class to which the unit responds most. */
    PREFERRED_CLASS,
    /** By a table. */
    GIVEN
}
