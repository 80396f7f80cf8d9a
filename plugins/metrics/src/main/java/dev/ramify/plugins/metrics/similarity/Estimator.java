package dev.ramify.plugins.metrics.similarity;

/** How the terms of centred kernel alignment are estimated. */
public enum Estimator {
    /** Without bias: 0 on average where two sides have nothing in common. */
    UNBIASED,
    /** As in most published figures, with a bias that grows with the units per sample. */
    BIASED
}
