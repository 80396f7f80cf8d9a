package dev.ramify.core.engine.plan;

import dev.ramify.core.engine.graph.Fold;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Computes normalizations by running statistics into weights and biases. */
public final class Folding {

    private Folding() {}

    /**
     * Return the arrays that a folded graph takes: weights {@code w scale / sigma}, biases {@code
     * (b - mean) scale / sigma + shift}.
     */
    public static Map<String, Named> apply(List<Fold> folds, Map<String, Named> arrays) {
        Map<String, Named> folded = new HashMap<>(arrays);
        for (Fold fold : folds) {
            for (int i = 0; i < fold.layers().size(); i++) {
                apply(
                        fold.layers().get(i),
                        fold.normalizations().get(i),
                        fold.epsilon(),
                        arrays,
                        folded);
            }
        }
        return folded;
    }

    private static void apply(
            String layer,
            String normalization,
            double epsilon,
            Map<String, Named> arrays,
            Map<String, Named> folded) {
        Named weight = get(arrays, layer + ":weight");
        Named scale = get(arrays, normalization + ":scale");
        float[] shift = get(arrays, normalization + ":shift").values();
        float[] mean = get(arrays, normalization + ":running-mean").values();
        float[] variance = get(arrays, normalization + ":running-variance").values();
        Named bias = arrays.get(layer + ":bias");
        float[] weights = weight.values().clone();
        float[] biases = new float[mean.length];
        int perChannel = weights.length / mean.length;
        for (int channel = 0; channel < mean.length; channel++) {
            double factor = scale.values()[channel] / Math.sqrt(variance[channel] + epsilon);
            double old = bias == null ? 0 : bias.values()[channel];
            biases[channel] = (float) ((old - mean[channel]) * factor + shift[channel]);
            for (int i = channel * perChannel; i < (channel + 1) * perChannel; i++) {
                weights[i] = (float) (weights[i] * factor);
            }
        }
        folded.put(layer + ":weight", new Named(weight.shape(), weights));
        folded.put(layer + ":bias", new Named(scale.shape(), biases));
    }

    private static Named get(Map<String, Named> arrays, String name) {
        Named array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("parameter '" + name + "' is missing");
        }
        return array;
    }
}
