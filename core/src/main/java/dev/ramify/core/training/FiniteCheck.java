package dev.ramify.core.training;

import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.Map;

/**
 * Looks for numbers that are not finite where the loss of a step does not show them: after the last
 * step of an epoch, and behind activation functions that swallow them.
 */
public final class FiniteCheck {

    private FiniteCheck() {}

    /**
     * Check a network after an epoch.
     *
     * @param epoch number of the epoch, the first being 1
     * @param parameters by name, as {@code LAYER:ROLE}
     * @param test loss on the test images
     * @throws NotFiniteException if there is a number that is not finite
     */
    public static void afterEpoch(int epoch, Map<String, Named> parameters, Tally test) {
        parameters.forEach(
                (name, array) -> {
                    if (!isFinite(array.values())) {
                        throw NotFiniteException.ofParameters(epoch, name);
                    }
                });
        if (!Double.isFinite(test.loss())) {
            throw NotFiniteException.ofTest(epoch);
        }
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
