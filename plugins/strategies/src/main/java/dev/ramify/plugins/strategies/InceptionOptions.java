package dev.ramify.plugins.strategies;

import dev.ramify.api.branching.Shares;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Options of {@code inception}.
 *
 * @param from first node of the range
 * @param to last node of the range
 * @param kernels kernel of each branch
 * @param pool whether there is a pooling branch
 * @param shares relative width of each branch
 */
public record InceptionOptions(
        @Option(value = "name of the trunk's node at which the branches start", example = "conv2")
                String from,
        @Option(
                        value = "name of the trunk's node after which the branches are merged",
                        example = "relu2")
                String to,
        @Option(
                        value = "side of the kernels in each branch, in pixels",
                        defaultValue = "[1, 3, 5]",
                        min = 1)
                List<Integer> kernels,
        @Option(
                        value =
                                "whether one more branch takes the maximum of 3x3 pixels before"
                                        + " kernels of 1x1",
                        defaultValue = "false")
                boolean pool,
        @Option(
                        value =
                                "relative width of each branch in the order of kernels, the pooling"
                                        + " branch last; equal if empty",
                        defaultValue = "[]",
                        example = "[2, 4, 1, 1]")
                List<Double> shares) {

    public InceptionOptions {
        kernels = List.copyOf(kernels);
        shares = List.copyOf(shares);
        if (kernels.isEmpty()) {
            throw new InvalidOptionException("kernels", "needs at least one kernel, found none");
        }
        Set<Integer> seen = new HashSet<>();
        for (int kernel : kernels) {
            if (kernel < 1) {
                throw new InvalidOptionException(
                        "kernels", "every kernel must be at least 1, found " + kernel);
            }
            if (!seen.add(kernel)) {
                throw new InvalidOptionException(
                        "kernels",
                        "every branch has another kernel, found %d twice".formatted(kernel));
            }
        }
        int branches = kernels.size() + (pool ? 1 : 0);
        if (!shares.isEmpty() && shares.size() != branches) {
            throw new InvalidOptionException(
                    "shares",
                    "needs one share for each of the %d branches, found %d"
                            .formatted(branches, shares.size()));
        }
        if (!shares.isEmpty()) {
            Shares.of("shares", shares);
        }
    }

    Shares division() {
        return shares.isEmpty()
                ? Shares.equal("kernels", kernels.size() + (pool ? 1 : 0))
                : Shares.of("shares", shares);
    }
}
