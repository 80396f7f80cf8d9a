package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * How the outputs of parallel branches become one.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Merge {
    /** Channels one branch after another; the maps must agree in size. */
    CONCAT,
    /** The elementwise sum; the shapes must agree. */
    SUM
}
