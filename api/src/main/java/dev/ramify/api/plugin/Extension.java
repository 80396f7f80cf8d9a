package dev.ramify.api.plugin;

import org.apiguardian.api.API;

/**
 * Something that a plugin adds: the common face of strategies, metrics, visualizers and datasets.
 *
 * <p>Extensions hold no state and are safe for use by several threads.
 *
 * @param <O> the record of its options
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Extension<O extends Record> {

    /** Return the name by which pipelines refer to it: lower case, words joined by {@code -}. */
    String id();

    /** Say what it does, in one sentence. */
    String summary();

    /**
     * Return the record type of its options, whose components carry {@link
     * dev.ramify.api.option.Option}.
     */
    Class<O> options();
}
