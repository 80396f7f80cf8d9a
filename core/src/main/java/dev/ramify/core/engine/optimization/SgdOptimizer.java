package dev.ramify.core.engine.optimization;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Stochastic gradient descent with momentum. */
final class SgdOptimizer implements Optimizer {

    private final OptimizerSpec.Sgd spec;
    private final FlatPass pass;
    private final FlatPass.Update update = this::update;
    private float rate;
    private float scale;

    SgdOptimizer(OptimizerSpec.Sgd spec, FlatPass pass) {
        this.spec = spec;
        this.pass = pass;
    }

    @Override
    public List<INDArray> state() {
        return pass.state();
    }

    @Override
    public void step(long number, double newRate, double newScale) {
        rate = (float) newRate;
        scale = (float) newScale;
        pass.run(update);
    }

    private void update(float[][] pieces, int count, boolean decays) {
        update(
                pieces[0],
                pieces[1],
                pieces[2],
                count,
                (float) spec.momentum(),
                decays ? (float) spec.weightDecay() : 0,
                scale,
                rate);
    }

    private static void update(
            float[] values,
            float[] gradients,
            float[] velocity,
            int count,
            float momentum,
            float decay,
            float scale,
            float rate) {
        for (int i = 0; i < count; i++) {
            float gradient = gradients[i] * scale + decay * values[i];
            velocity[i] = momentum * velocity[i] + gradient;
            values[i] -= rate * velocity[i];
        }
    }
}
