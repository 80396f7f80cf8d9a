package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.option.Option;

/**
 * What layers are compared by.
 *
 * @param with name of the other layer; empty for the one before
 * @param top how many of the experts of a sample count; 0 for all
 */
public record LayersOptions(
        @Option(
                        value =
                                "layer with which each is compared; empty for the one before it that has experts",
                        defaultValue = "\"\"",
                        example = "layer7")
                String with,
        @Option(value = DomainOptions.TOP, defaultValue = "0", min = 0) int top) {}
