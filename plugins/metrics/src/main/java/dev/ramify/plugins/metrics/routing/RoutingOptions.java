package dev.ramify.plugins.metrics.routing;

import dev.ramify.api.option.Option;

/**
 * By what samples are told apart.
 *
 * @param factor name of a factor, empty for classes
 */
public record RoutingOptions(
        @Option(
                        value =
                                "factor of the dataset whose levels a router is to tell apart; empty for the classes",
                        defaultValue = "\"\"",
                        example = "rule")
                String factor) {}
