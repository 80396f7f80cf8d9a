package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.core.engine.graph.Operation.Convolve;
import dev.ramify.core.engine.kernels.Layout;

/**
 * How the groups of a convolution are computed.
 *
 * <p>Blocked kernels work on 8 or 16 channels at a time. Groups of fewer are computed several
 * together, with weights of zero between them: more multiplications, but of the fast kind.
 *
 * @param groups number of groups that are computed
 * @param merged number of groups that make one of these
 * @param outputs channels of a computed group
 * @param inputs channels that a computed group sees
 * @param kernel side of the kernel
 */
record Grouping(int groups, int merged, int outputs, int inputs, int kernel) {

    /** Choose what costs least. */
    static Grouping best(Convolve operation) {
        int groups = operation.groups();
        int outputs = operation.output().shape().channels() / groups;
        int inputs = operation.input().shape().channels() / groups;
        Grouping best = new Grouping(groups, 1, outputs, inputs, operation.kernel());
        for (int merged = 2; merged <= groups; merged++) {
            if (groups % merged == 0) {
                Grouping next =
                        new Grouping(
                                groups / merged,
                                merged,
                                outputs * merged,
                                inputs * merged,
                                operation.kernel());
                best = next.cost() < best.cost() ? next : best;
            }
        }
        return best;
    }

    /** Estimate the time of one multiplication that counts, relative to kernels of 16 channels. */
    private double cost() {
        if (groups == 1) {
            return merged * roundUp(outputs) / outputs * roundUp(inputs) / inputs;
        }
        if (outputs == 1 && inputs == 1) {
            return 8;
        }
        if (outputs % 16 == 0 && inputs % 16 == 0) {
            return merged;
        }
        return outputs % 8 == 0 && inputs % 8 == 0 ? merged * 1.5 : merged * 100.0;
    }

    private static double roundUp(int channels) {
        return (channels + 15) / 16 * 16;
    }

    /** Return the sizes of the weights as the library takes them. */
    long[] sizes() {
        return groups == 1
                ? new long[] {outputs, inputs, kernel, kernel}
                : new long[] {groups, outputs, inputs, kernel, kernel};
    }

    /** Return the layout of the weights, in which groups that are computed together are apart. */
    Layout layout(BlockedLayout computed) {
        return merged == 1 ? computed : new BlockDiagonalLayout(this, computed);
    }

    /** Return the layout that the library sees. */
    static BlockedLayout computed(Layout layout) {
        return layout instanceof BlockDiagonalLayout diagonal
                ? diagonal.computed()
                : (BlockedLayout) layout;
    }

    String describe() {
        return merged == 1 ? "" : " with %d groups as one".formatted(merged);
    }
}
