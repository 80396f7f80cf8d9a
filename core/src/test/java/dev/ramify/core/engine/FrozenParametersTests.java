package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.GlobalAveragePooling;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Derivatives;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.onednn.OneDnnKernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.optimization.Optimizer;
import dev.ramify.core.engine.optimization.OptimizerSpec;
import dev.ramify.core.engine.optimization.SoftmaxCrossEntropy;
import dev.ramify.core.engine.plan.LogicalOrder.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrozenParametersTests {

    private static final int BATCH = 20;
    private static final int CLASSES = 3;

    private static final Architecture BRANCHED =
            new Architecture(
                    "branched",
                    new Shape(3, 6, 6),
                    List.of(
                            Convolution.same("stem", 8, 3).withBias(false),
                            BatchNormalization.named("norm"),
                            Activation.relu("relu"),
                            Branches.of(
                                    "columns", List.of(column("b1"), column("b2")), Merge.CONCAT),
                            new GlobalAveragePooling("average"),
                            new Dense("hidden", 6, true),
                            Activation.relu("relu2"),
                            new Dense("logits", CLASSES, true)));

    private static Branch column(String name) {
        return new Branch(name, List.of(Convolution.same("conv", 8, 3), Activation.relu("relu1")));
    }

    static List<Kernels> kernels() {
        return List.of(new PortableKernels(), OneDnnKernels.load());
    }

    private static TrainingNetwork network(Kernels kernels, Set<String> frozen) {
        TrainingNetwork network =
                new Engine(kernels)
                        .training(
                                BRANCHED,
                                new SoftmaxCrossEntropy(CLASSES),
                                BATCH,
                                Observation.NONE,
                                Derivatives.allBut(frozen));
        network.initialize(new Seed(1), 1);
        return network;
    }

    private static void train(TrainingNetwork network, int steps) {
        Optimizer optimizer =
                new OptimizerSpec.Adam(0.9, 0.999, 1e-8, 1e-1, true)
                        .over(
                                network.parameters().values(),
                                network.parameters().gradients(),
                                network.parameters().decayed());
        RandomGenerator random = new Seed(2).generator();
        float[] images = new float[BATCH * BRANCHED.input().size()];
        int[] labels = new int[BATCH];
        for (int i = 0; i < images.length; i++) {
            images[i] = (float) random.nextGaussian();
            labels[i % BATCH] = i % CLASSES;
        }
        for (int step = 1; step <= steps; step++) {
            network.step(images, labels, BATCH, new Seed(step));
            optimizer.step(step, 1e-2, 1, network.lanes(), network.crew());
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void frozenParametersAndStatisticsDoNotMoveAndAllOthersDo(Kernels kernels) {
        try (TrainingNetwork network = network(kernels, Set.of("stem", "norm", "b2", "hidden"))) {
            Map<String, Named> before = network.logical().read();
            train(network, 3);

            Map<String, Named> after = network.logical().read();
            Set<String> trained =
                    Set.of(
                            "columns/b1/conv:weight",
                            "columns/b1/conv:bias",
                            "logits:weight",
                            "logits:bias");
            assertThat(before.keySet()).containsAll(trained);
            before.forEach(
                    (name, old) -> {
                        float[] now = after.get(name).values();
                        if (trained.contains(name)) {
                            assertThat(now).as(name).isNotEqualTo(old.values());
                        } else {
                            assertThat(now).as(name).isEqualTo(old.values());
                        }
                    });
            assertThat(network.gradients()).containsOnlyKeys(trained);
        }
    }

    /** Without normalization a frozen layer changes nothing for the others in the first step. */
    @ParameterizedTest
    @MethodSource("kernels")
    void gradientsPassThroughFrozenLayers(Kernels kernels) {
        try (TrainingNetwork all = network(kernels, Set.of());
                TrainingNetwork some = network(kernels, Set.of("columns", "hidden"))) {
            train(all, 1);
            train(some, 1);

            float[] expected = all.gradients().get("stem:weight").values();
            float most = 0;
            for (float each : expected) {
                most = Math.max(most, Math.abs(each));
            }
            assertThat(some.gradients().get("stem:weight").values())
                    .containsExactly(expected, org.assertj.core.data.Offset.offset(1e-4f * most));
        }
    }

    @Test
    void aWholeNetworkCanBeFrozenButItsLastLayer() {
        Set<String> frozen = Set.of("stem", "norm", "columns", "hidden");
        try (TrainingNetwork network = network(OneDnnKernels.load(), frozen)) {
            train(network, 2);

            assertThat(network.gradients()).containsOnlyKeys("logits:weight", "logits:bias");
        }
    }
}
