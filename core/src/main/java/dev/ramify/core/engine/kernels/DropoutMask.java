package dev.ramify.core.engine.kernels;

import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Operation.Drop;

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
     * Draw a mask: 0 with the operation's rate, else {@code 1 / (1 - rate)}.
     *
     * @param size number of values in one sample
     * @param mask receives whole samples, in logical order
     */
    public static void draw(Drop operation, Bindings.Pass pass, int size, float[] mask) {
        long seed = new Seed(pass.seed()).derive(operation.name()).value();
        float kept = (float) (1 / (1 - operation.rate()));
        float rate = (float) operation.rate();
        long first = (long) pass.firstSample() * size;
        for (int i = 0; i < mask.length; i++) {
            float uniform = (mix(seed + (first + i + 1) * STEP) >>> UNUSED_BITS) * SCALE;
            mask[i] = uniform < rate ? 0 : kept;
        }
    }

    private static long mix(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
