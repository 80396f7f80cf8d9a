package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.option.Option;

/**
 * What branches are compared with, and how.
 *
 * @param laterLayers whether they are also compared with the recorded layers above
 * @param estimator of the terms
 */
public record CkaOptions(
        @Option(
                        value =
                                "whether branches are also compared with those of the recorded layers above",
                        defaultValue = "true")
                boolean laterLayers,
        @Option(
                        value =
                                "how alignment is estimated: unbiased or, only to compare with published figures, biased",
                        defaultValue = "unbiased")
                Estimator estimator) {}
