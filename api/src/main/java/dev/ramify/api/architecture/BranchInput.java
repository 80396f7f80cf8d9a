package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * What each branch of {@link Branches} sees.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum BranchInput {
    /** Every branch sees the whole input. */
    SHARED,
    /**
     * Branch {@code b} of {@code B} sees the {@code b}-th of {@code B} equal blocks of channels.
     */
    SPLIT
}
