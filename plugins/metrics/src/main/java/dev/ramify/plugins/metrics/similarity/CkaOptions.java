package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.option.Option;

/**
 * What branches are compared with.
 *
 * @param laterLayers whether they are also compared with the recorded layers above
 */
public record CkaOptions(
        @Option(
                        value =
                                "whether branches are also compared with those of the recorded layers above",
                        defaultValue = "true")
                boolean laterLayers) {}
