package dev.ramify.api.figure;

import org.apiguardian.api.API;

/**
 * A position in the values of a plot's axes.
 *
 * @param x along the horizontal axis
 * @param y along the vertical axis
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Position(double x, double y) {}
