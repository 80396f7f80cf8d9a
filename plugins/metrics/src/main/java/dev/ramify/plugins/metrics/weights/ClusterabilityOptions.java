package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.option.Option;

/**
 * How a layer is cut.
 *
 * @param clusters number of clusters
 * @param equalUnits whether the scale of units is taken out first
 */
public record ClusterabilityOptions(
        @Option(
                        value = "number of clusters that units and inputs are divided into",
                        defaultValue = "4",
                        min = 2,
                        max = 100)
                int clusters,
        @Option(
                        value =
                                "whether the incoming weights of each unit are first divided by their mean size, a scale that a ReLU leaves open",
                        defaultValue = "true")
                boolean equalUnits) {}
