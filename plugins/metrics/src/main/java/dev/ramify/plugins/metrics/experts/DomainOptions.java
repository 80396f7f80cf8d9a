package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.option.Option;

/**
 * What is counted for a domain.
 *
 * @param of single experts or pairs
 * @param top how many of the experts of a sample count; 0 for all
 */
public record DomainOptions(
        @Option(
                        value =
                                "what is counted: experts, or pairs of experts chosen together whatever their ranks",
                        defaultValue = "experts")
                ExpertUnit of,
        @Option(value = TOP, defaultValue = "0", min = 0) int top) {

    static final String TOP = "only the first so many experts of each sample count; 0 for all";
}
