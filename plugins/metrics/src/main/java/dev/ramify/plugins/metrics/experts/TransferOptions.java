package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.option.Option;

/**
 * How many experts stand for a domain.
 *
 * @param part of all experts, at least one
 * @param top how many of the experts of a sample count; 0 for all
 */
public record TransferOptions(
        @Option(
                        value = "part of all experts that stands for a domain, at least one expert",
                        defaultValue = "0.25",
                        min = 0,
                        max = 1)
                double part,
        @Option(value = DomainOptions.TOP, defaultValue = "0", min = 0) int top) {}
