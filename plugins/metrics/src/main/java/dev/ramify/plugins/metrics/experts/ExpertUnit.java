package dev.ramify.plugins.metrics.experts;

/** What is counted. */
public enum ExpertUnit {
    /** Single experts. */
    EXPERTS,
    /** Pairs of experts that were chosen together for a sample, whatever their ranks. */
    PAIRS
}
