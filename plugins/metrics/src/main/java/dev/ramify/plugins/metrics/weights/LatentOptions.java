package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.option.Option;

/**
 * How latent branches are looked for.
 *
 * @param normalization of the matrix of strengths
 * @param groups number of groups
 * @param vectors number of patterns by which units and inputs are scored
 */
public record LatentOptions(
        @Option(
                        value =
                                "how the overall strength of units is kept from hiding patterns: degree, raw or centred",
                        defaultValue = "degree")
                Normalization normalization,
        @Option(
                        value = "number of groups that units and inputs are divided into",
                        defaultValue = "2",
                        min = 2,
                        max = 100)
                int groups,
        @Option(
                        value =
                                "number of patterns by which units are scored, and compared with colour and frequency of first-layer filters",
                        defaultValue = "3",
                        min = 1,
                        max = 20)
                int vectors) {}
