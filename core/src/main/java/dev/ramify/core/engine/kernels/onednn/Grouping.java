package dev.ramify.core.engine.kernels.onednn;

import dev.ramify.api.architecture.Window;
import dev.ramify.core.engine.graph.Operation.Convolve;
import dev.ramify.core.engine.kernels.Layout;

/**
 * How the groups of a convolution are computed.
 *
 * <p>Blocked kernels work on 8 or 16 channels at a time. Groups of fewer are computed several
 * together, with weights of zero between them: more multiplications, but of the fast kind. Likewise
 * a few input channels are computed as a whole block of them.
 *
 * @param groups number of groups that are computed
 * @param merged number of groups that make one of these
 * @param outputs channels of a computed group
 * @param inputs channels that a computed group sees
 * @param padding how many of these are there to fill a block, with weights of zero
 * @param kernel height and width of the kernel
 */
record Grouping(
        int groups, int merged, int outputs, int inputs, int padding, Window.Extent kernel) {

    private static final double HALF_VECTORS = 2.5;

    /**
     * Choose what costs least.
     *
     * @param block how many channels the fastest kernels take at a time, 8 or 16
     */
    static Grouping best(Convolve operation, int block) {
        int groups = operation.groups();
        int outputs = operation.output().shape().channels() / groups;
        int inputs = operation.input().shape().channels() / groups;
        Grouping best = new Grouping(groups, 1, outputs, inputs, 0, operation.window().size());
        for (int merged = 2; merged <= groups; merged++) {
            if (groups % merged == 0) {
                Grouping next =
                        new Grouping(
                                groups / merged,
                                merged,
                                outputs * merged,
                                inputs * merged,
                                0,
                                operation.window().size());
                best = next.cost(block) < best.cost(block) ? next : best;
            }
        }
        return best;
    }

    /** Return the same with whole blocks of input channels. */
    Grouping padded(int block) {
        int wide = (inputs + block - 1) / block * block;
        return new Grouping(groups, merged, outputs, wide, wide - inputs, kernel);
    }

    /** Return the input channels of one group of the operation. */
    int ownInputs() {
        return (inputs - padding) / merged;
    }

    /** Return the output channels of one group of the operation. */
    int ownOutputs() {
        return outputs / merged;
    }

    /** Tell whether some of the weights that are computed with are always zero. */
    boolean hasZeros() {
        return merged > 1 || padding > 0;
    }

    /** Estimate the time of one multiplication that counts, relative to kernels of 16 channels. */
    private double cost(int block) {
        if (groups == 1) {
            return merged * roundUp(outputs) / outputs * roundUp(inputs) / inputs;
        }
        if (outputs == 1 && inputs == 1) {
            return 8;
        }
        if (outputs % 16 == 0 && inputs % 16 == 0) {
            return merged;
        }
        // Where kernels of 16 channels exist, those of 8 use half of each vector, and hand maps in
        // blocks of 8 on to layers that would be faster with 16.
        return outputs % 8 == 0 && inputs % 8 == 0
                ? merged * (block == 16 ? HALF_VECTORS : 1.5)
                : merged * 100.0;
    }

    private static double roundUp(int channels) {
        return (channels + 15) / 16 * 16;
    }

    /** Return the number of weights between two channels. */
    int area() {
        return kernel.height() * kernel.width();
    }

    /** Return the sizes of the weights as the library takes them. */
    long[] sizes() {
        return groups == 1
                ? new long[] {outputs, inputs, kernel.height(), kernel.width()}
                : new long[] {groups, outputs, inputs, kernel.height(), kernel.width()};
    }

    /** Return the layout of the weights, with zeros where there are none. */
    Layout layout(BlockedLayout computed) {
        return hasZeros() ? new BlockDiagonalLayout(this, computed) : computed;
    }

    /** Return the layout that the library sees. */
    static BlockedLayout computed(Layout layout) {
        return layout instanceof BlockDiagonalLayout diagonal
                ? diagonal.computed()
                : (BlockedLayout) layout;
    }

    String describe() {
        return (merged == 1 ? "" : " with %d groups as one".formatted(merged))
                + (padding == 0 ? "" : " with %d more input channels".formatted(padding));
    }
}
