package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.option.Option;

/**
 * What correlations are freed of.
 *
 * @param withoutBranchMean whether the mean of a unit's branch is taken off before correlating
 */
public record CoherenceOptions(
        @Option(
                        value =
                                "whether the mean over a unit's branch is regressed out of it first, which removes noise that a branch has in common",
                        defaultValue = "false")
                boolean withoutBranchMean) {}
