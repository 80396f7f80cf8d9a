package dev.ramify.plugins.metrics.selectivity;

import dev.ramify.api.option.Option;

/**
 * How selectivity is freed of bias.
 *
 * @param shuffles number of times that labels are shuffled to learn the selectivity of chance
 */
public record ClassSelectivityOptions(
        @Option(
                        value =
                                "number of times that labels are shuffled to learn the selectivity that chance gives each unit",
                        defaultValue = "10",
                        min = 1,
                        max = 1000)
                int shuffles) {}
