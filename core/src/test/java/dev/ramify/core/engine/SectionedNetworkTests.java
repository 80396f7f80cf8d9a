package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Value;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.onednn.OneDnnKernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SectionedNetworkTests {

    private static final int BATCH = 9;
    private static final int CLASSES = 3;

    private static final Architecture NETWORK =
            new Architecture(
                    "plain",
                    new Shape(2, 5, 5),
                    List.of(
                            Convolution.same("conv", 6, 3),
                            Activation.relu("relu"),
                            Convolution.same("conv2", 4, 3),
                            Activation.relu("relu2"),
                            new Flatten("flatten"),
                            new Dense("logits", CLASSES, true)));

    static List<Kernels> kernels() {
        return List.of(new PortableKernels(), OneDnnKernels.load());
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void someSamplesGiveWhatTheyGiveInTheBatchAndTheOthersStay(Kernels kernels) {
        TestNetwork parameters = new TestNetwork(NETWORK, BATCH, new Seed(4));
        Observation observation = Observation.of(Set.of("conv"), Observation.Point.ACTIVATION);
        try (SectionedNetwork network =
                new Engine(kernels).sectioned(NETWORK, observation, BATCH)) {
            network.load(parameters.parameters());
            Map<Value, float[]> values = new HashMap<>();
            values.put(network.input(), parameters.images());
            for (int section = 0; section < network.sections(); section++) {
                network.forward(section, values);
            }
            float[] all = values.get(network.output()).clone();

            float[] logits = values.get(network.output());
            Arrays.fill(logits, Float.NaN);
            network.forward(network.sections() - 1, values, new int[] {7, 0, 4});
            network.forward(network.sections() - 1, values, new int[0]);

            for (int i = 0; i < logits.length; i++) {
                int sample = i / CLASSES;
                if (Set.of(0, 4, 7).contains(sample)) {
                    assertThat(logits[i]).as("logit %d", i).isCloseTo(all[i], within(1e-4f));
                } else {
                    assertThat(logits[i]).as("logit %d", i).isNaN();
                }
            }
        }
    }
}
