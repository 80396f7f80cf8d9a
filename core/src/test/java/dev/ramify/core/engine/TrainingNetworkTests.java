package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Dropout;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.onednn.OneDnnKernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.optimization.Optimizer;
import dev.ramify.core.engine.optimization.OptimizerSpec;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.machine.NativeThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainingNetworkTests {

    private static final Shape IMAGE = new Shape(3, 12, 12);
    private static final int BATCH = 50;

    @BeforeAll
    static void oneThread() {
        NativeThreads.one();
    }

    private static Architecture columns(boolean normalized) {
        return new Architecture(
                "columns",
                IMAGE,
                List.of(
                        Branches.of(
                                "columns",
                                List.of(column("b1", normalized), column("b2", normalized)),
                                Merge.CONCAT),
                        new GlobalAveragePooling("average"),
                        new Dropout("drop", 0.2),
                        new Dense("logits", 5, true)));
    }

    private static Branch column(String name, boolean normalized) {
        List<dev.ramify.api.architecture.Node> nodes = new ArrayList<>();
        nodes.add(Convolution.same("conv1", 16, 5));
        if (normalized) {
            nodes.add(BatchNormalization.named("norm1"));
        }
        nodes.add(Activation.relu("relu1"));
        nodes.add(Pooling.max("pool1", 2));
        nodes.add(Convolution.same("conv2", 16, 3));
        nodes.add(Activation.relu("relu2"));
        return new Branch(name, nodes);
    }

    /** Train for some steps; the last batch of every four is smaller. */
    private static List<Double> train(
            Kernels kernels, int threads, boolean normalized, int steps, List<float[]> parameters) {
        List<Double> losses = new ArrayList<>();
        Architecture architecture = columns(normalized);
        try (TrainingNetwork network =
                new Engine(kernels, threads)
                        .training(architecture, new SoftmaxCrossEntropy(5), BATCH)) {
            network.initialize(new Seed(1), 1);
            Optimizer optimizer =
                    new OptimizerSpec.Adam(0.9, 0.999, 1e-8, 1e-3, true)
                            .over(
                                    network.parameters().values(),
                                    network.parameters().gradients(),
                                    network.parameters().decayed());
            for (int step = 1; step <= steps; step++) {
                int count = step % 4 == 0 ? 23 : BATCH;
                RandomGenerator random = new Seed(7).derive("batch", step % 8).generator();
                float[] images = new float[count * IMAGE.size()];
                int[] labels = new int[count];
                for (int n = 0; n < count; n++) {
                    labels[n] = random.nextInt(5);
                    for (int i = 0; i < IMAGE.size(); i++) {
                        images[n * IMAGE.size() + i] =
                                (float) (random.nextGaussian() + (i % 5 == labels[n] ? 1 : 0));
                    }
                }
                Seed dropout = new Seed(9).derive("dropout", step);
                losses.add(network.step(images, labels, count, dropout).meanLoss());
                optimizer.step(step, 2e-3, 1, network.lanes(), network.crew());
            }
            network.logical().read().values().forEach(each -> parameters.add(each.values()));
        }
        return losses;
    }

    private static int hash(Kernels kernels, int threads, boolean normalized) {
        List<float[]> parameters = new ArrayList<>();
        train(kernels, threads, normalized, 60, parameters);
        int hash = 1;
        for (float[] each : parameters) {
            hash = 31 * hash + Arrays.hashCode(each);
        }
        return hash;
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        Kernels kernels = OneDnnKernels.load();

        int one = hash(kernels, 1, true);

        assertThat(hash(kernels, 2, true)).isEqualTo(one);
        assertThat(hash(kernels, 3, true)).isEqualTo(one);
        assertThat(hash(kernels, 1, true)).isEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothKernelsTrainAlike(boolean normalized) {
        List<Double> fast = train(OneDnnKernels.load(), 2, normalized, 60, new ArrayList<>());
        List<Double> portable = train(new PortableKernels(), 1, normalized, 60, new ArrayList<>());

        for (int step = 0; step < 60; step++) {
            assertThat(fast.get(step))
                    .as("loss of step " + step)
                    .isCloseTo(portable.get(step), Offset.offset(2e-2));
        }
        assertThat(fast.get(59)).isLessThan(fast.get(0));
    }
}
