package dev.ramify.core.engine.optimization;

/** Adam and AdamW. */
final class AdamUpdate implements Update {

    private final OptimizerSpec.Adam spec;
    private float scale;
    private float stepSize;
    private float rootCorrection;
    private float shrink;

    AdamUpdate(OptimizerSpec.Adam spec) {
        this.spec = spec;
    }

    @Override
    public void begin(long number, double rate, double newScale) {
        scale = (float) newScale;
        stepSize = (float) (rate / (1 - Math.pow(spec.beta1(), number)));
        rootCorrection = (float) (1 / Math.sqrt(1 - Math.pow(spec.beta2(), number)));
        shrink = (float) (1 - rate * spec.weightDecay());
    }

    @Override
    public void apply(
            float[] values, float[] gradients, float[][] state, int count, boolean decays) {
        float coupled = decays && !spec.decoupled() ? (float) spec.weightDecay() : 0;
        float kept = decays && spec.decoupled() ? shrink : 1;
        apply(values, gradients, state[0], state[1], count, coupled, kept);
    }

    private void apply(
            float[] values,
            float[] gradients,
            float[] mean,
            float[] square,
            int count,
            float decay,
            float kept) {
        float beta1 = (float) spec.beta1();
        float beta2 = (float) spec.beta2();
        float rest1 = (float) (1 - spec.beta1());
        float rest2 = (float) (1 - spec.beta2());
        float epsilon = (float) spec.epsilon();
        float factor = scale;
        float size = stepSize;
        float correction = rootCorrection;
        for (int i = 0; i < count; i++) {
            float gradient = gradients[i] * factor + decay * values[i];
            float first = beta1 * mean[i] + rest1 * gradient;
            float second = beta2 * square[i] + rest2 * gradient * gradient;
            mean[i] = first;
            square[i] = second;
            float root = (float) Math.sqrt(second) * correction + epsilon;
            values[i] = kept * values[i] - size * first / root;
        }
    }
}
