package dev.ramify.core.engine.optimization;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Adam and AdamW. */
final class AdamOptimizer implements Optimizer {

    private final OptimizerSpec.Adam spec;
    private final FlatPass pass;
    private final FlatPass.Update update = this::update;
    private float scale;
    private float stepSize;
    private float rootCorrection;
    private float shrink;

    AdamOptimizer(OptimizerSpec.Adam spec, FlatPass pass) {
        this.spec = spec;
        this.pass = pass;
    }

    @Override
    public List<INDArray> state() {
        return pass.state();
    }

    @Override
    public void step(long number, double rate, double newScale) {
        scale = (float) newScale;
        stepSize = (float) (rate / (1 - Math.pow(spec.beta1(), number)));
        rootCorrection = (float) (1 / Math.sqrt(1 - Math.pow(spec.beta2(), number)));
        shrink = (float) (1 - rate * spec.weightDecay());
        pass.run(update);
    }

    private void update(float[][] pieces, int count, boolean decays) {
        float coupled = decays && !spec.decoupled() ? (float) spec.weightDecay() : 0;
        float kept = decays && spec.decoupled() ? shrink : 1;
        update(pieces[0], pieces[1], pieces[2], pieces[3], count, coupled, kept);
    }

    private void update(
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
