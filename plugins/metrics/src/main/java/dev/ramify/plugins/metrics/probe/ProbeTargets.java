package dev.ramify.plugins.metrics.probe;

/** What is read out of a branch. */
public enum ProbeTargets {
    /** Factors, or classes where the samples have no factors. */
    KNOWN,
    /** The level of each factor. */
    FACTORS,
    /** Each class against all others. */
    CLASSES
}
