package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.option.Option;

/**
 * Where the inputs of a layer come from.
 *
 * @param inputs name of the layer whose units they are
 */
public record ModularityOptions(
        @Option(
                        value =
                                "layer whose units are the inputs of the measured one; empty for the nearest recorded layer below that fits",
                        defaultValue = "\"\"",
                        example = "conv1")
                String inputs) {}
