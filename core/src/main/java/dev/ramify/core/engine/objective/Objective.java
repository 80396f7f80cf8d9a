package dev.ramify.core.engine.objective;

/**
 * A scalar function of the values at taps, over a whole batch, with its gradient.
 *
 * <p>It is called by one thread, with the values of all samples in order, whatever the number of
 * lanes and threads that computed them.
 */
@FunctionalInterface
public interface Objective {

    /** Always zero. */
    Objective ZERO = (activations, weight) -> 0;

    /**
     * Compute the value, and add the gradient.
     *
     * @param activations what to read, and where gradients are added
     * @param weight factor of the gradient, not of the value that is returned
     * @return the value, not multiplied by the weight
     * @throws IllegalArgumentException if a layer that it reads has no tap
     */
    double evaluate(Activations activations, double weight);

    /** Return the sum of this and another one. */
    default Objective plus(Objective other) {
        return (activations, weight) ->
                evaluate(activations, weight) + other.evaluate(activations, weight);
    }

    /** Return a multiple. */
    default Objective times(double factor) {
        return (activations, weight) -> factor * evaluate(activations, factor * weight);
    }
}
