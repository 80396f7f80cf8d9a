package dev.ramify.plugins.strategies;

import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.Option;

/**
 * Options of {@code columns} and of its negative control, {@code shuffled-columns}.
 *
 * @param branches number of branches
 * @param from first node of the range
 * @param to last node of the range
 * @param widen factor of all widths in the range
 */
public record ColumnsOptions(
        @Option(value = "number of equal branches", min = 1, example = "2") int branches,
        @Option(value = "name of the trunk's node at which the branches start", example = "conv1")
                String from,
        @Option(
                        value = "name of the trunk's node after which the branches are merged",
                        example = "pool2")
                String to,
        @Option(
                        value = "factor by which the layers in the range get wider in total",
                        defaultValue = "1",
                        min = 0)
                double widen) {

    public ColumnsOptions {
        Shares.equal("branches", branches).widened(widen);
    }

    Shares shares() {
        return Shares.equal("branches", branches).widened(widen);
    }
}
