package dev.ramify.core.training;

import dev.ramify.api.data.Examples;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.TrainingNetwork;
import dev.ramify.core.engine.optimization.GradientNorm;
import dev.ramify.core.engine.optimization.Loss.Tally;
import dev.ramify.core.engine.optimization.Optimizer;
import dev.ramify.core.training.BatchReader.Batch;
import java.util.random.RandomGenerator;

/**
 * Trains one network, epoch by epoch.
 *
 * <p>Order, augmentation and dropout of an epoch follow from the seed and the number of the epoch
 * alone, so that training can go on from a checkpoint as if it had never stopped. Not thread-safe.
 */
public final class Trainer {

    private final TrainingNetwork network;
    private final TrainingOptions options;
    private final Input input;
    private final Examples examples;
    private final Seed seed;
    private final Optimizer optimizer;
    private final GradientNorm norm;

    /**
     * @param network initialized
     * @param input how images are prepared
     * @param examples the training images
     * @param seed of this network
     */
    public Trainer(
            TrainingNetwork network,
            TrainingOptions options,
            Input input,
            Examples examples,
            Seed seed) {
        this.network = network;
        this.options = options;
        this.input = input;
        this.examples = examples;
        this.seed = seed;
        this.optimizer =
                options.optimizer()
                        .over(
                                network.parameters().values(),
                                network.parameters().gradients(),
                                network.parameters().decayed());
        this.norm = new GradientNorm(network.parameters().gradients());
    }

    /** Hears of every step. */
    @FunctionalInterface
    public interface StepListener {

        /**
         * Hear that a step is done.
         *
         * @param step number of the step in its epoch, the first being 1
         * @param steps number of steps in an epoch
         * @param soFar sums over the epoch
         * @throws java.util.concurrent.CancellationException to stop training here
         */
        void stepped(int step, int steps, Tally soFar);
    }

    /** Return the optimizer, whose state a checkpoint must keep. */
    public Optimizer optimizer() {
        return optimizer;
    }

    /** Return the number of steps in an epoch. */
    public int steps() {
        return (examples.size() + options.batch() - 1) / options.batch();
    }

    /**
     * Train for one epoch.
     *
     * @param epoch number of the epoch, the first being 1
     * @return sums over the images, each as it was when it was trained on
     * @throws NotFiniteException if the loss is not a finite number
     */
    public Tally epoch(int epoch, StepListener listener) {
        Seed epochSeed = seed.derive("epoch", epoch);
        int[] order = order(epochSeed);
        Tally sum = Tally.NONE;
        try (BatchReader batches =
                new BatchReader(input, examples, order, epochSeed, options.batch())) {
            for (int step = 0; step < steps(); step++) {
                sum = sum.plus(step(epoch, step, batches.take(), epochSeed));
                listener.stepped(step + 1, steps(), sum);
            }
        }
        return sum;
    }

    private Tally step(int epoch, int step, Batch batch, Seed epochSeed) {
        Seed dropout = epochSeed.derive("dropout", step);
        Tally tally = network.step(batch.images(), batch.targets(), batch.count(), dropout);
        if (!Double.isFinite(tally.loss())) {
            throw NotFiniteException.ofStep(
                    epoch, step + 1, network.firstNotFinite().orElse("logits"));
        }
        update((long) (epoch - 1) * steps() + step);
        return tally;
    }

    private void update(long step) {
        long all = (long) options.epochs() * steps();
        long warmUp = Math.min(all - 1, Math.round(options.warmUp() * steps()));
        double rate = options.rate() * options.schedule().factor(step, all, warmUp);
        double scale =
                options.clip().isPresent()
                        ? norm.scale(options.clip().getAsDouble(), network.lanes())
                        : 1;
        optimizer.step(step + 1, rate, scale, network.lanes(), network.crew());
    }

    private int[] order(Seed epoch) {
        int[] order = new int[examples.size()];
        RandomGenerator random = epoch.derive("order").generator();
        for (int i = 0; i < order.length; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
