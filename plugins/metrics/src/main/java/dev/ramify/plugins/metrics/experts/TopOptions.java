package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.option.Option;

/**
 * Which of the experts of a sample count.
 *
 * @param top how many, the best first; 0 for all
 */
public record TopOptions(@Option(value = DomainOptions.TOP, defaultValue = "0", min = 0) int top) {}
