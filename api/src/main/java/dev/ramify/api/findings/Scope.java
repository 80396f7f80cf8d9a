package dev.ramify.api.findings;

import org.apiguardian.api.API;

/**
 * How far a claim of specialization reaches.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Scope {
    /** No specialization beyond chance is claimed. */
    NONE,
    /** These networks specialized beyond chance; nothing is said of others trained like them. */
    THESE_NETWORKS,
    /** Training networks like these makes them specialize. */
    TRAINING
}
