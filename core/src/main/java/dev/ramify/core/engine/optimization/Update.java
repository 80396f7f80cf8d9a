package dev.ramify.core.engine.optimization;

/**
 * What an optimizer does to a piece of the parameters. Safe for use by several threads between two
 * beginnings.
 */
interface Update {

    /**
     * Begin a step.
     *
     * @param number of the step, the first being 1
     * @param rate learning rate
     * @param scale factor that is applied to the gradients first, for clipping
     */
    void begin(long number, double rate, double scale);

    /**
     * Change a piece in place.
     *
     * @param values parameters
     * @param gradients of the parameters
     * @param state the optimizer's arrays
     * @param count number of values in the piece
     * @param decays whether weight decay applies
     */
    void apply(float[] values, float[] gradients, float[][] state, int count, boolean decays);
}
