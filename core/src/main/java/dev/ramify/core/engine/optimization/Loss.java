package dev.ramify.core.engine.optimization;

/**
 * A loss over a batch, with its gradient.
 *
 * <p>Targets are given sample by sample, {@link #targets()} whole numbers each. Thread-safe.
 */
public interface Loss {

    /** Return the number of logits of one sample. */
    int outputs();

    /** Return the number of targets of one sample. */
    int targets();

    /**
     * Add up the loss of some samples and write its gradient.
     *
     * @param logits {@code [all samples, outputs]}
     * @param targets {@code [all samples, targets]}
     * @param first the first sample to take
     * @param samples how many to take
     * @param weight factor of the gradient, usually one over the number of samples in the batch
     * @param gradients receives {@code [all samples, outputs]} in the places of the samples taken
     * @return the sums over the samples
     */
    Tally evaluate(
            float[] logits,
            int[] targets,
            int first,
            int samples,
            double weight,
            float[] gradients);

    /**
     * Tell whether all decisions of a sample are right.
     *
     * @param logits {@code [all samples, outputs]}
     * @param sample which of these
     * @param targets {@code [all samples, targets]}
     * @param target which of these is the sample's
     */
    boolean isCorrect(float[] logits, int sample, int[] targets, int target);

    /**
     * Sums over samples.
     *
     * @param loss in nats
     * @param correct number of right decisions, as a fraction of all decisions of a sample
     * @param samples how many
     */
    record Tally(double loss, double correct, int samples) {

        /** Nothing yet. */
        public static final Tally NONE = new Tally(0, 0, 0);

        /** Add another sum. */
        public Tally plus(Tally other) {
            return new Tally(loss + other.loss, correct + other.correct, samples + other.samples);
        }

        /** Return the mean loss in nats. */
        public double meanLoss() {
            return loss / samples;
        }

        /** Return the fraction of right decisions. */
        public double accuracy() {
            return correct / samples;
        }
    }
}
