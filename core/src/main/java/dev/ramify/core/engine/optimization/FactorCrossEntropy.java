package dev.ramify.core.engine.optimization;

import java.util.List;

/**
 * Binary cross-entropy for each level of each factor: is it this level or not?
 *
 * <p>A decision is right if the logit of the right level is the greatest of its factor. The loss of
 * a sample is the sum over its logits.
 *
 * @param levels number of levels of each factor, at least 2
 */
public record FactorCrossEntropy(List<Integer> levels) implements Loss {

    public FactorCrossEntropy {
        levels = List.copyOf(levels);
    }

    @Override
    public int outputs() {
        return levels.stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public int targets() {
        return levels.size();
    }

    @Override
    public Tally evaluate(
            float[] logits,
            int[] targets,
            int first,
            int samples,
            double weight,
            float[] gradients) {
        double loss = 0;
        double correct = 0;
        int at = first * outputs();
        for (int sample = first; sample < first + samples; sample++) {
            int decided = 0;
            for (int factor = 0; factor < levels.size(); factor++) {
                int target = targets[sample * levels.size() + factor];
                int count = levels.get(factor);
                for (int i = 0; i < count; i++) {
                    loss += logistic(logits, at + i, target == i, weight, gradients);
                }
                decided += isCorrect(logits, at, count, target) ? 1 : 0;
                at += count;
            }
            correct += (double) decided / levels.size();
        }
        return new Tally(loss, correct, samples);
    }

    @Override
    public boolean isCorrect(float[] logits, int sample, int[] targets, int target) {
        int at = sample * outputs();
        for (int factor = 0; factor < levels.size(); factor++) {
            int count = levels.get(factor);
            if (!isCorrect(logits, at, count, targets[target * levels.size() + factor])) {
                return false;
            }
            at += count;
        }
        return true;
    }

    private static double logistic(
            float[] logits, int index, boolean positive, double weight, float[] gradients) {
        double logit = logits[index];
        double probability = 1 / (1 + Math.exp(-logit));
        gradients[index] = (float) (weight * (probability - (positive ? 1 : 0)));
        // log(1 + exp(x)) without overflow
        double softplus = Math.max(logit, 0) + Math.log1p(Math.exp(-Math.abs(logit)));
        return positive ? softplus - logit : softplus;
    }

    private static boolean isCorrect(float[] logits, int from, int count, int target) {
        for (int i = 0; i < count; i++) {
            if (i != target && logits[from + i] >= logits[from + target]) {
                return false;
            }
        }
        return true;
    }
}
