package dev.ramify.core.engine.optimization;

/**
 * Cross-entropy of softmax probabilities: one target per sample, the class.
 *
 * @param outputs number of classes
 */
public record SoftmaxCrossEntropy(int outputs) implements Loss {

    @Override
    public int targets() {
        return 1;
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
        int correct = 0;
        for (int sample = first; sample < first + samples; sample++) {
            int from = sample * outputs;
            int best = best(logits, from);
            double sum = 0;
            for (int i = from; i < from + outputs; i++) {
                sum += Math.exp(logits[i] - logits[best]);
            }
            int target = from + targets[sample];
            loss += Math.log(sum) + logits[best] - logits[target];
            correct += best == target ? 1 : 0;
            for (int i = from; i < from + outputs; i++) {
                double probability = Math.exp(logits[i] - logits[best]) / sum;
                gradients[i] = (float) (weight * (probability - (i == target ? 1 : 0)));
            }
        }
        return new Tally(loss, correct, samples);
    }

    @Override
    public boolean isCorrect(float[] logits, int sample, int[] targets, int target) {
        int from = sample * outputs;
        return best(logits, from) == from + targets[target];
    }

    private int best(float[] logits, int from) {
        int best = from;
        for (int i = from + 1; i < from + outputs; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }
}
