package dev.ramify.core.engine.kernels;

import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Operation.Drop;
import java.util.Arrays;

/**
 * Draws dropout masks that depend on the step, the operation and the sample's place in the batch,
 * not on the kernels.
 *
 * <p>The numbers are those of SplitMix64 (Steele, Lea and Flood 2014), which can begin anywhere in
 * its sequence, so that lanes need no generators of their own.
 */
public final class DropoutMask {

    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final int UNUSED_BITS = Long.SIZE - 24;
    private static final float SCALE = 0x1p-24f;

    private DropoutMask() {}

    /**
     * Draw a mask: 0 with the operation's rate, else {@code 1 / (1 - rate)}; one number for each
     * value, or for each block of channels of a sample.
     *
     * @param mask receives whole samples, in logical order
     */
    public static void draw(Drop operation, Bindings.Pass pass, float[] mask) {
        long seed = new Seed(pass.seed()).derive(operation.name()).value();
        float kept = (float) (1 / (1 - operation.rate()));
        float rate = (float) operation.rate();
        int size = operation.input().shape().size();
        if (!operation.blocks().isEmpty()) {
            blocks(operation, pass, seed, mask);
            return;
        }
        long first = (long) pass.firstSample() * size;
        for (int i = 0; i < mask.length; i++) {
            mask[i] = uniform(seed, first + i) < rate ? 0 : kept;
        }
    }

    private static void blocks(Drop operation, Bindings.Pass pass, long seed, float[] mask) {
        float kept = (float) (1 / (1 - operation.rate()));
        float rate = (float) operation.rate();
        int area = operation.input().shape().area();
        long drawn = (long) pass.firstSample() * operation.blocks().size();
        int at = 0;
        while (at < mask.length) {
            for (int channels : operation.blocks()) {
                Arrays.fill(
                        mask, at, at + channels * area, uniform(seed, drawn++) < rate ? 0 : kept);
                at += channels * area;
            }
        }
    }

    private static float uniform(long seed, long index) {
        return (mix(seed + (index + 1) * STEP) >>> UNUSED_BITS) * SCALE;
    }

    private static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
