package dev.ramify.core.engine;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.optimization.Optimizer;
import dev.ramify.core.engine.optimization.OptimizerSpec;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** A small network that is trained on fixed random images, here or in a process of its own. */
final class SmallTraining implements AutoCloseable {

    private static final Shape IMAGE = new Shape(3, 8, 8);
    private static final int BATCH = 40;
    private static final int CLASSES = 4;
    private static final Seed DROPOUT = new Seed(3);

    private static final Architecture CONVOLUTIONAL =
            new Architecture(
                    "small",
                    IMAGE,
                    List.of(
                            Convolution.same("conv1", 16, 3).withBias(false),
                            BatchNormalization.named("norm"),
                            Activation.relu("relu1"),
                            Pooling.max("pool", 2),
                            Convolution.same("conv2", 16, 3).withGroups(4),
                            Activation.relu("relu2"),
                            new GlobalAveragePooling("average"),
                            new Dropout("drop", 0.2),
                            new Dense("logits", CLASSES, true)));

    /** Wide enough for threads to share the units of a layer. */
    static final Architecture DENSE =
            new Architecture(
                    "dense",
                    IMAGE,
                    List.of(
                            new Flatten("flatten"),
                            new Dense("dense1", 256, true),
                            Activation.relu("relu1"),
                            new Dense("dense2", 128, true),
                            Activation.relu("relu2"),
                            new Dense("logits", CLASSES, true)));

    private final TrainingNetwork network;
    private final Optimizer optimizer;
    private final float[] images = new float[BATCH * IMAGE.size()];
    private final int[] labels = new int[BATCH];
    private int steps;

    SmallTraining(Kernels kernels, int threads) {
        this(kernels, threads, CONVOLUTIONAL);
    }

    SmallTraining(Kernels kernels, int threads, Architecture architecture) {
        network =
                new Engine(kernels, threads)
                        .training(architecture, new SoftmaxCrossEntropy(CLASSES), BATCH);
        network.initialize(new Seed(1), 1);
        optimizer =
                new OptimizerSpec.Adam(0.9, 0.999, 1e-8, 1e-4, true)
                        .over(
                                network.parameters().values(),
                                network.parameters().gradients(),
                                network.parameters().decayed());
        RandomGenerator random = new Seed(2).generator();
        for (int n = 0; n < BATCH; n++) {
            labels[n] = random.nextInt(CLASSES);
            for (int i = 0; i < IMAGE.size(); i++) {
                images[n * IMAGE.size() + i] = (float) random.nextGaussian() + labels[n] * 0.3f;
            }
        }
    }

    /** Take some steps and return the mean loss at the last of them. */
    double train(int count) {
        double loss = Double.NaN;
        for (int i = 0; i < count; i++) {
            steps++;
            loss = network.step(images, labels, BATCH, DROPOUT.derive("dropout", steps)).meanLoss();
            optimizer.step(steps, 1e-2, 1, network.lanes(), network.crew());
        }
        return loss;
    }

    /** Return a digest of all parameters and statistics. */
    int hash() {
        return network.logical().read().values().stream()
                .mapToInt(each -> Arrays.hashCode(each.values()))
                .reduce(1, (all, each) -> 31 * all + each);
    }

    /** Print the kernels' name, the loss after some steps, and the digest. */
    public static void main(String[] arguments) {
        Kernels kernels = KernelSelection.choose();
        try (SmallTraining training = new SmallTraining(kernels, Integer.parseInt(arguments[0]))) {
            double loss = training.train(Integer.parseInt(arguments[1]));
            System.out.printf(
                    "kernels=%s%nloss=%s%nhash=%d%n", kernels.name(), loss, training.hash());
        }
        System.exit(0);
    }

    @Override
    public void close() {
        network.close();
    }
}
