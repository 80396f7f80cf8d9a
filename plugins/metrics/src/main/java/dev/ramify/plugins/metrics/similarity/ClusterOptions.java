package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.option.Option;

/**
 * How units are clustered.
 *
 * @param clusters number of clusters, 0 for as many as branches
 */
public record ClusterOptions(
        @Option(
                        value = "number of clusters; 0 for as many as there are branches",
                        defaultValue = "0",
                        min = 0,
                        max = 1000)
                int clusters) {}
