package dev.ramify.core.engine.optimization;

/** Stochastic gradient descent with momentum. */
final class SgdUpdate implements Update {

    private final OptimizerSpec.Sgd spec;
    private float rate;
    private float scale;

    SgdUpdate(OptimizerSpec.Sgd spec) {
        this.spec = spec;
    }

    @Override
    public void begin(long number, double newRate, double newScale) {
        rate = (float) newRate;
        scale = (float) newScale;
    }

    @Override
    public void apply(
            float[] values, float[] gradients, float[][] state, int count, boolean decays) {
        float[] velocity = state[0];
        float momentum = (float) spec.momentum();
        float decay = decays ? (float) spec.weightDecay() : 0;
        float factor = scale;
        float step = rate;
        for (int i = 0; i < count; i++) {
            float gradient = gradients[i] * factor + decay * values[i];
            velocity[i] = momentum * velocity[i] + gradient;
            values[i] -= step * velocity[i];
        }
    }
}
