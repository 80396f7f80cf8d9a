package dev.ramify.core.training;

import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.InferenceNetwork;
import dev.ramify.core.engine.optimization.Loss;
import dev.ramify.core.engine.optimization.Loss.Tally;

/** Runs a network forward over examples. Not thread-safe. */
public final class Evaluator {

    private static final Seed NO_CHANGES = new Seed(0);

    private final InferenceNetwork network;
    private final Input input;
    private final float[] images;
    private final int[] targets;
    private final float[] logits;
    private final float[] unused;

    /**
     * @param network with parameters loaded
     * @param input how images are prepared; random changes are left out
     */
    public Evaluator(InferenceNetwork network, Input input) {
        this.network = network;
        this.input = input.plain();
        this.images = new float[network.batch() * input.shape().size()];
        this.targets = new int[network.batch() * input.targets().loss().targets()];
        this.logits = new float[network.batch() * network.outputs()];
        this.unused = new float[logits.length];
    }

    /** Sees the network after each batch. */
    @FunctionalInterface
    public interface BatchObserver {

        /**
         * Look at the network's values.
         *
         * @param from number of the first example
         * @param count number of examples; the rest of the batch means nothing
         */
        void observe(int from, int count);
    }

    /** Compute loss and accuracy. */
    public Tally evaluate(Examples examples) {
        return evaluate(examples, (from, count) -> {});
    }

    /** Compute loss and accuracy, letting an observer see every batch. */
    public Tally evaluate(Examples examples, BatchObserver observer) {
        Loss loss = input.targets().loss();
        Tally sum = Tally.NONE;
        for (int from = 0; from < examples.size(); from += network.batch()) {
            int count = Math.min(network.batch(), examples.size() - from);
            for (int i = 0; i < count; i++) {
                input.read(examples, from + i, NO_CHANGES, images, targets, i);
            }
            network.forward(images);
            network.logits(logits);
            sum = sum.plus(loss.evaluate(logits, targets, 0, count, 0, unused));
            observer.observe(from, count);
        }
        return sum;
    }
}
