package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * One part of a figure: a plot or a table.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Panel permits Plot, Table {

    /** Return the heading; empty for none. */
    String title();
}
