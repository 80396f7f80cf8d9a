package dev.ramify.api.architecture;

import org.apiguardian.api.API;

/**
 * What weighs parallel branches for each sample.
 *
 * @param id name of the router, such as {@code top-k}
 * @param active number of branches that are computed for a sample, at least 1
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Router(String id, int active) {}
