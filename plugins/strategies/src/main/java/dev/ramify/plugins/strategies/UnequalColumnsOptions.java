package dev.ramify.plugins.strategies;

import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.Option;
import java.util.List;

/**
 * Options of {@code unequal-columns}.
 *
 * @param shares relative width of each branch
 * @param from first node of the range
 * @param to last node of the range
 * @param widen factor of all widths in the range
 */
public record UnequalColumnsOptions(
        @Option(
                        value = "relative width of each branch, as units or fractions of any sum",
                        example = "[1, 1, 2, 4]")
                List<Double> shares,
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

    public UnequalColumnsOptions {
        shares = List.copyOf(shares);
        Shares.of("shares", shares).widened(widen);
    }

    Shares division() {
        return Shares.of("shares", shares).widened(widen);
    }
}
