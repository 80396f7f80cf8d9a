package dev.ramify.api.option;

import org.apiguardian.api.API;

/**
 * The options of an extension that has none.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NoOptions() {}
