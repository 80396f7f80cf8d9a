package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Pooling;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Derivatives;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Site;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.onednn.OneDnnKernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.objective.CrossCovariance;
import dev.ramify.core.engine.objective.Objective;
import dev.ramify.core.engine.optimization.Optimizer;
import dev.ramify.core.engine.optimization.OptimizerSpec;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A term that looks at the whole batch, which is computed in several lanes. */
class WholeBatchTermTests {

    private static final int BATCH = 50;
    private static final int RAGGED = 23;
    private static final int CLASSES = 3;
    private static final List<String> BRANCHES = List.of("columns/b1/conv2", "columns/b2/conv2");
    private static final Objective PENALTY = new CrossCovariance(BRANCHES);

    private static Architecture architecture(boolean normalized) {
        return new Architecture(
                "columns",
                new Shape(3, 8, 8),
                List.of(
                        Branches.of(
                                "columns",
                                List.of(column("b1", normalized), column("b2", normalized)),
                                Merge.CONCAT),
                        new GlobalAveragePooling("average"),
                        new Dense("logits", CLASSES, true)));
    }

    private static Branch column(String name, boolean normalized) {
        List<dev.ramify.api.architecture.Node> nodes = new ArrayList<>();
        nodes.add(Convolution.same("conv1", 16, 3));
        if (normalized) {
            nodes.add(BatchNormalization.named("norm1"));
        }
        nodes.add(Activation.relu("relu1"));
        nodes.add(Pooling.max("pool1", 2));
        nodes.add(Convolution.same("conv2", 8, 3));
        nodes.add(Activation.relu("relu2"));
        return new Branch(name, nodes);
    }

    private static TrainingNetwork network(Kernels kernels, int threads, boolean normalized) {
        TrainingNetwork network =
                new Engine(kernels, threads)
                        .training(
                                architecture(normalized),
                                new SoftmaxCrossEntropy(CLASSES),
                                BATCH,
                                new Observation(
                                        Set.of("conv2"),
                                        Observation.Point.ACTIVATION,
                                        Observation.Access.DIFFERENTIATE),
                                Derivatives.OF_PARAMETERS);
        network.initialize(new Seed(1), 1);
        return network;
    }

    private static float[] images(int samples, int number) {
        RandomGenerator random = new Seed(7).derive("batch", number).generator();
        float[] images = new float[samples * 3 * 8 * 8];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
        }
        return images;
    }

    private static int[] labels(int samples) {
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = i * i % CLASSES;
        }
        return labels;
    }

    private static int hashAfterTraining(int threads, double strength) {
        try (TrainingNetwork network = network(OneDnnKernels.load(), threads, true)) {
            Optimizer optimizer =
                    new OptimizerSpec.Adam(0.9, 0.999, 1e-8, 1e-3, true)
                            .over(
                                    network.parameters().values(),
                                    network.parameters().gradients(),
                                    network.parameters().decayed());
            Objective term = PENALTY.times(strength);
            for (int step = 1; step <= 24; step++) {
                int samples = step % 4 == 0 ? RAGGED : BATCH;
                network.step(images(samples, step), labels(samples), samples, new Seed(step), term);
                optimizer.step(step, 2e-3, 1, network.lanes(), network.crew());
            }
            assertThat(network.lanes()).as("lanes of a ragged batch").isGreaterThan(1);
            return network.logical().read().values().stream()
                    .mapToInt(each -> Arrays.hashCode(each.values()))
                    .reduce(1, (all, each) -> 31 * all + each);
        }
    }

    @Test
    void aPenaltyGivesTheSameBitsAtOneTwoAndThreeThreadsWithARaggedLastBatch() {
        int one = hashAfterTraining(1, 10);

        assertThat(hashAfterTraining(2, 10)).isEqualTo(one);
        assertThat(hashAfterTraining(3, 10)).isEqualTo(one);
        assertThat(hashAfterTraining(1, 0)).as("without the penalty").isNotEqualTo(one);
    }

    @ParameterizedTest
    @ValueSource(strings = {"portable", "onednn"})
    void gradientsOfLossAndPenaltyAreThoseOfFiniteDifferences(String name) {
        Kernels kernels = name.equals("portable") ? new PortableKernels() : OneDnnKernels.load();
        double strength = 20;
        try (TrainingNetwork network = network(kernels, 2, false)) {
            float[] images = images(RAGGED, 1);
            int[] labels = labels(RAGGED);
            double loss =
                    network.step(images, labels, RAGGED, new Seed(1), PENALTY.times(strength))
                            .meanLoss();
            Naive naive = new Naive(network.logical().read(), images, labels, strength);

            assertThat(loss + network.term()).isCloseTo(naive.value(), within(1e-3));
            Map<String, Named> gradients = network.gradients();
            for (String path : List.of("columns/b1/conv1:weight", "columns/b2/conv2:bias")) {
                float[] found = gradients.get(path).values();
                double norm = 0;
                for (float each : found) {
                    norm = Math.max(norm, Math.abs(each));
                }
                for (int entry = 0; entry < found.length; entry += found.length / 4) {
                    assertThat((double) found[entry])
                            .as("gradient of %s[%d]", path, entry)
                            .isCloseTo(naive.difference(path, entry), within(2e-3 * norm));
                }
            }
        }
    }

    /** Loss and penalty in double precision, straight from the formulas. */
    private static final class Naive {

        private static final double STEP = 1e-5;

        private final Map<String, double[]> parameters = new HashMap<>();
        private final double[][] images;
        private final int[] labels;
        private final double strength;

        Naive(Map<String, Named> arrays, float[] flat, int[] labels, double strength) {
            arrays.forEach(
                    (name, named) -> {
                        double[] values = new double[named.values().length];
                        Arrays.setAll(values, i -> named.values()[i]);
                        parameters.put(name, values);
                    });
            int size = flat.length / labels.length;
            images = new double[labels.length][size];
            for (int i = 0; i < flat.length; i++) {
                images[i / size][i % size] = flat[i];
            }
            this.labels = labels;
            this.strength = strength;
        }

        double value() {
            Map<String, double[][]> units = new HashMap<>();
            double[][] logits =
                    new NaiveNetwork(
                                    architecture(false),
                                    parameters,
                                    false,
                                    (path, batch) -> units.put(path, means(batch)))
                            .logits(images);
            double loss = 0;
            for (int n = 0; n < labels.length; n++) {
                double sum = Arrays.stream(logits[n]).map(Math::exp).sum();
                loss += (Math.log(sum) - logits[n][labels[n]]) / labels.length;
            }
            return loss
                    + strength * penalty(units.get(BRANCHES.get(0)), units.get(BRANCHES.get(1)));
        }

        /** Means over maps, {@code [samples][units]}. */
        private static double[][] means(NaiveNetwork.Batch batch) {
            int area = batch.shape().area();
            double[][] means = new double[batch.values().length][batch.shape().channels()];
            for (int n = 0; n < means.length; n++) {
                for (int i = 0; i < batch.values()[n].length; i++) {
                    means[n][i / area] += batch.values()[n][i] / area;
                }
            }
            return means;
        }

        private static double penalty(double[][] a, double[][] b) {
            double sum = 0;
            for (int i = 0; i < a[0].length; i++) {
                for (int j = 0; j < b[0].length; j++) {
                    double ofProduct = 0;
                    double ofA = 0;
                    double ofB = 0;
                    for (int n = 0; n < a.length; n++) {
                        ofProduct += a[n][i] * b[n][j] / a.length;
                        ofA += a[n][i] / a.length;
                        ofB += b[n][j] / a.length;
                    }
                    sum += Math.pow(ofProduct - ofA * ofB, 2) / 2;
                }
            }
            return sum;
        }

        double difference(String path, int entry) {
            double[] values = parameters.get(path);
            double old = values[entry];
            values[entry] = old + STEP;
            double above = value();
            values[entry] = old - STEP;
            double below = value();
            values[entry] = old;
            return (above - below) / (2 * STEP);
        }
    }

    @Test
    void activationsCanBeObservedWhileTraining() {
        try (TrainingNetwork network = network(OneDnnKernels.load(), 2, false)) {
            float[] images = images(RAGGED, 1);
            network.step(images, labels(RAGGED), RAGGED, new Seed(1));
            Naive naive = new Naive(network.logical().read(), images, labels(RAGGED), 0);
            Map<String, NaiveNetwork.Batch> batches = new HashMap<>();
            new NaiveNetwork(architecture(false), naive.parameters, false, batches::put)
                    .logits(naive.images);

            for (Site site : network.sites()) {
                int size = site.value().shape().size();
                int area = site.value().shape().area();
                float[] values = new float[RAGGED * size];
                network.read(site, values);
                double[][] expected = batches.get(site.layer()).values();
                for (int n = 0; n < RAGGED; n++) {
                    for (int i = 0; i < site.units() * area; i++) {
                        assertThat((double) values[n * size + site.from() * area + i])
                                .as("%s[%d][%d]", site.layer(), n, i)
                                .isCloseTo(expected[n][i], within(1e-3));
                    }
                }
            }
            assertThat(network.sites()).hasSize(2);
        }
    }
}
