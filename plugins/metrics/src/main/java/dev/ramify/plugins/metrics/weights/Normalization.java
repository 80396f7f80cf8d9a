package dev.ramify.plugins.metrics.weights;

/** How the overall strength of units and inputs is kept from hiding patterns. */
public enum Normalization {
    /** By dividing by the roots of the sums of rows and columns. */
    DEGREE,
    /** Not at all; the first singular vector is left out. */
    RAW,
    /** By taking off the means of rows and columns. */
    CENTRED
}
