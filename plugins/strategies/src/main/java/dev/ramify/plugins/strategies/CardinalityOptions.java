package dev.ramify.plugins.strategies;

import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;

/**
 * Options of {@code cardinality}.
 *
 * @param branches number of paths
 * @param from first node of the range
 * @param to last node of the range
 * @param bottleneck inner width of a plain convolution's paths
 */
public record CardinalityOptions(
        @Option(
                        value = "number of equal paths, which the paper calls cardinality",
                        min = 1,
                        example = "8")
                int branches,
        @Option(value = "name of the trunk's node at which the range starts", example = "block1")
                String from,
        @Option(value = "name of the trunk's node at which the range ends", example = "block2")
                String to,
        @Option(
                        value =
                                "inner width of all paths of a convolution outside residual blocks,"
                                        + " as a fraction of its filters",
                        defaultValue = "0.5",
                        min = 0)
                double bottleneck) {

    public CardinalityOptions {
        Shares.equal("branches", branches);
        if (!(bottleneck > 0) || Double.isInfinite(bottleneck)) {
            throw new InvalidOptionException(
                    "bottleneck", "must be a positive number, found " + bottleneck);
        }
    }
}
