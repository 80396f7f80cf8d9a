package dev.ramify.core.statistics;

/** How far a claim of specialization reaches. */
public enum Claim {
    /** No specialization beyond chance is claimed. */
    NONE,
    /** These networks specialized beyond chance; nothing is said of others trained like them. */
    THESE_NETWORKS,
    /** Networks trained like these specialize. */
    TRAINING
}
