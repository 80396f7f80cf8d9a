package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.option.Option;

/**
 * Which words count, and how the floor is found.
 *
 * @param top how many of the experts of a sample count; 0 for all
 * @param least samples of a word
 * @param shuffles number of simulations
 */
public record VocabularyOptions(
        @Option(value = DomainOptions.TOP, defaultValue = "1", min = 0) int top,
        @Option(value = "samples that a vocabulary id needs to count", defaultValue = "10", min = 1)
                int least,
        @Option(
                        value =
                                "number of times that ids are dealt anew to learn what chance gives",
                        defaultValue = "10",
                        min = 1,
                        max = 1000)
                int shuffles) {}
