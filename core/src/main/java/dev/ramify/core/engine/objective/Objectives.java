package dev.ramify.core.engine.objective;

import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.optimization.Loss;

/** Objectives that are asked for again and again. */
public final class Objectives {

    private Objectives() {}

    /**
     * The sum over samples of the logit of one class each; its gradient with respect to a sample is
     * that of the sample's own logit.
     *
     * @param classes of the samples, at least as many as there are samples
     */
    public static Objective logits(int[] classes) {
        int[] chosen = classes.clone();
        return (activations, weight) -> {
            Activation logits = activations.of(Site.LOGITS);
            double sum = 0;
            for (int sample = 0; sample < logits.samples(); sample++) {
                int at = logits.at(sample, chosen[sample]);
                sum += logits.value(at);
                logits.add(at, weight);
            }
            return sum;
        };
    }

    /**
     * The sum over samples of the mean over the map of one unit.
     *
     * @param path of the unit's layer
     * @param unit its number in the layer
     */
    public static Objective unit(String path, int unit) {
        return (activations, weight) -> {
            Activation layer = activations.of(path);
            double sum = 0;
            for (int sample = 0; sample < layer.samples(); sample++) {
                sum += layer.mean(sample, unit);
                layer.addToMean(sample, unit, weight);
            }
            return sum;
        };
    }

    /**
     * The mean loss over the samples.
     *
     * @param targets {@code [samples, loss.targets()]}
     */
    public static Objective meanLoss(Loss loss, int[] targets) {
        int[] given = targets.clone();
        return (activations, weight) -> {
            Activation activation = activations.of(Site.LOGITS);
            int samples = activation.samples();
            float[] logits = new float[samples * loss.outputs()];
            for (int i = 0; i < logits.length; i++) {
                logits[i] = activation.value(i);
            }
            float[] gradients = new float[logits.length];
            double sum =
                    loss.evaluate(logits, given, 0, samples, weight / samples, gradients).loss();
            for (int i = 0; i < gradients.length; i++) {
                activation.add(i, gradients[i]);
            }
            return sum / samples;
        };
    }
}
