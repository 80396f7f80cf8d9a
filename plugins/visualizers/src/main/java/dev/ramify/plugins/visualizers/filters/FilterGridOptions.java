package dev.ramify.plugins.visualizers.filters;

import dev.ramify.api.option.Option;
import org.jspecify.annotations.Nullable;

/**
 * The options of the filter grid.
 *
 * @param layer name of the layer; null for the first recorded one whose filters see the image
 * @param networks number of networks shown per variant
 * @param untrained whether each network is also shown before training
 * @param metric id of the metric that tests the division
 */
public record FilterGridOptions(
        @Option(
                        value =
                                "Layer whose filters are shown; without it, the first recorded one"
                                        + " whose filters see the image",
                        example = "conv1")
                @Nullable String layer,
        @Option(
                        value = "Number of networks shown per variant, in the order of their seeds",
                        defaultValue = "1",
                        min = 1,
                        max = 20)
                int networks,
        @Option(
                        value =
                                "Whether each network is also shown before training, where that was"
                                        + " recorded",
                        defaultValue = "true")
                boolean untrained,
        @Option(
                        value =
                                "Metric that tests the division of filters and is quoted in the title",
                        defaultValue = "filter-statistics")
                String metric) {}
