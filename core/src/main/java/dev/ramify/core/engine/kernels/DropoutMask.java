package dev.ramify.core.engine.kernels;

import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Operation.Drop;
import java.util.random.RandomGenerator;

/**
 * Draws dropout masks that depend on the step, the operation and the sample's place in the batch,
 * not on the kernels.
 */
public final class DropoutMask {

    private DropoutMask() {}

    /**
     * Draw a mask: 0 with the operation's rate, else {@code 1 / (1 - rate)}.
     *
     * @param size number of values in one sample
     * @param mask receives whole samples, in logical order
     */
    public static void draw(Drop operation, Bindings.Pass pass, int size, float[] mask) {
        Seed seed = new Seed(pass.seed()).derive(operation.name());
        float kept = (float) (1 / (1 - operation.rate()));
        for (int sample = 0; sample * size < mask.length; sample++) {
            RandomGenerator random = seed.derive("sample", pass.firstSample() + sample).generator();
            for (int i = 0; i < size; i++) {
                mask[sample * size + i] = random.nextFloat() < operation.rate() ? 0 : kept;
            }
        }
    }
}
