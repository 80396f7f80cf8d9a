package dev.ramify.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.architecture.Activation;
import dev.ramify.api.architecture.Architecture;
import dev.ramify.api.architecture.BatchNormalization;
import dev.ramify.api.architecture.Branch;
import dev.ramify.api.architecture.Branches;
import dev.ramify.api.architecture.Convolution;
import dev.ramify.api.architecture.Dense;
import dev.ramify.api.architecture.Flatten;
import dev.ramify.api.architecture.Merge;
import dev.ramify.api.architecture.Shape;
import dev.ramify.api.random.Seed;
import dev.ramify.core.engine.graph.Derivatives;
import dev.ramify.core.engine.graph.Observation;
import dev.ramify.core.engine.graph.Purpose;
import dev.ramify.core.engine.kernels.Kernels;
import dev.ramify.core.engine.kernels.onednn.OneDnnKernels;
import dev.ramify.core.engine.kernels.portable.PortableKernels;
import dev.ramify.core.engine.objective.Objectives;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InterventionTests {

    private static final int SAMPLES = 7;
    private static final int AREA = 16;
    private static final String LAYER = "columns/b2/conv";

    private static final Architecture BRANCHED =
            new Architecture(
                    "branched",
                    new Shape(2, 4, 4),
                    List.of(
                            Branches.of(
                                    "columns", List.of(column("b1"), column("b2")), Merge.CONCAT),
                            new Flatten("flatten"),
                            new Dense("logits", 3, true)));

    private static Branch column(String name) {
        return new Branch(
                name,
                List.of(
                        Convolution.same("conv", 4, 3),
                        BatchNormalization.named("norm"),
                        Activation.relu("relu")));
    }

    private final TestNetwork network = new TestNetwork(BRANCHED, SAMPLES, new Seed(3));

    static List<Kernels> kernels() {
        return List.of(new PortableKernels(), OneDnnKernels.load());
    }

    private DifferentiableNetwork compile(Kernels kernels, Observation.Access access) {
        DifferentiableNetwork compiled =
                new Engine(kernels)
                        .differentiable(
                                BRANCHED,
                                new Observation(
                                        Set.of("conv"), Observation.Point.ACTIVATION, access),
                                Purpose.INFERENCE.with(Derivatives.OF_VALUES),
                                SAMPLES);
        compiled.load(network.parameters());
        return compiled;
    }

    private void agrees(
            DifferentiableNetwork compiled,
            Intervention intervention,
            NaiveNetwork.Change expected) {
        compiled.intervene(LAYER, intervention);
        compiled.forward(network.images(), SAMPLES);
        float[] logits = new float[SAMPLES * 3];
        compiled.logits(logits);
        double[][] naive =
                new NaiveNetwork(
                                BRANCHED,
                                network.doubles(),
                                true,
                                (path, batch) -> {
                                    if (path.equals(LAYER)) {
                                        expected.apply(path, batch);
                                    }
                                })
                        .logits(network.rows());
        for (int i = 0; i < logits.length; i++) {
            assertThat((double) logits[i])
                    .as("logit %d", i)
                    .isCloseTo(naive[i / 3][i % 3], within(1e-3));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void silentUnitsGiveZeros(Kernels kernels) {
        try (DifferentiableNetwork compiled = compile(kernels, Observation.Access.CHANGE)) {
            agrees(
                    compiled,
                    new Intervention.Silence(1, 3),
                    (path, batch) -> {
                        for (double[] sample : batch.values()) {
                            java.util.Arrays.fill(sample, AREA, 2 * AREA, 0);
                            java.util.Arrays.fill(sample, 3 * AREA, 4 * AREA, 0);
                        }
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void frozenUnitsGiveTheSameInEverySample(Kernels kernels) {
        float[] maps = new float[4 * AREA];
        for (int i = 0; i < maps.length; i++) {
            maps[i] = (float) Math.sin(i);
        }
        try (DifferentiableNetwork compiled = compile(kernels, Observation.Access.CHANGE)) {
            agrees(
                    compiled,
                    new Intervention.Freeze(maps, 2),
                    (path, batch) -> {
                        for (double[] sample : batch.values()) {
                            for (int i = 2 * AREA; i < 3 * AREA; i++) {
                                sample[i] = Math.sin(i);
                            }
                        }
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void noiseIsTheSameForTheSameSeedWhateverOtherUnitsGet(Kernels kernels) {
        Seed seed = new Seed(5);
        try (DifferentiableNetwork compiled = compile(kernels, Observation.Access.CHANGE)) {
            agrees(
                    compiled,
                    new Intervention.Noise(0.5, seed, 3, 0),
                    (path, batch) -> {
                        for (int n = 0; n < SAMPLES; n++) {
                            for (int unit : new int[] {0, 3}) {
                                var random =
                                        seed.derive("sample", n).derive("unit", unit).generator();
                                for (int i = unit * AREA; i < (unit + 1) * AREA; i++) {
                                    batch.values()[n][i] += 0.5 * random.nextGaussian();
                                }
                            }
                        }
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void patchedUnitsGiveWhatTheyGaveInOtherSamples(Kernels kernels) {
        try (DifferentiableNetwork compiled = compile(kernels, Observation.Access.CHANGE)) {
            compiled.forward(network.images(), SAMPLES);
            float[] values = compiled.values(LAYER);
            float[] shifted = new float[values.length];
            int size = values.length / SAMPLES;
            for (int n = 0; n < SAMPLES; n++) {
                System.arraycopy(values, (n + 1) % SAMPLES * size, shifted, n * size, size);
            }
            agrees(
                    compiled,
                    new Intervention.Patch(shifted, 4, 0, 1),
                    (path, batch) -> {
                        double[][] old = new double[SAMPLES][];
                        for (int n = 0; n < SAMPLES; n++) {
                            old[n] = batch.values()[n].clone();
                        }
                        for (int n = 0; n < SAMPLES; n++) {
                            System.arraycopy(
                                    old[(n + 1) % SAMPLES], 0, batch.values()[n], 0, 2 * AREA);
                        }
                    });
        }
    }

    @Test
    void restoringGivesTheIntactLogitsAgain() {
        try (DifferentiableNetwork compiled =
                compile(OneDnnKernels.load(), Observation.Access.CHANGE)) {
            float[] intact = new float[SAMPLES * 3];
            compiled.forward(network.images(), SAMPLES);
            compiled.logits(intact);
            compiled.intervene(LAYER, new Intervention.Silence(0));
            compiled.forward(network.images(), SAMPLES);
            float[] changed = new float[SAMPLES * 3];
            compiled.logits(changed);
            compiled.restore();
            compiled.forward(network.images(), SAMPLES);
            float[] again = new float[SAMPLES * 3];
            compiled.logits(again);

            assertThat(changed).isNotEqualTo(intact);
            assertThat(again).isEqualTo(intact);
        }
    }

    /**
     * The logits are affine in what the last layer reads: gradients are those at the new values.
     */
    @Test
    void gradientsAreTakenWhereTheInterventionPutsTheUnits() {
        try (DifferentiableNetwork compiled =
                compile(OneDnnKernels.load(), Observation.Access.CHANGE)) {
            compiled.intervene(LAYER, new Intervention.Silence(0, 1, 2, 3));
            int[] classes = new int[SAMPLES];
            compiled.differentiate(network.images(), SAMPLES, Objectives.logits(classes));

            float[] weights = network.parameters().get("logits:weight").values();
            float[] gradients = compiled.gradients(LAYER);
            for (int i = 0; i < 4 * AREA; i++) {
                assertThat(gradients[i]).isCloseTo(weights[4 * AREA + i], within(1e-5f));
            }
        }
    }

    @Test
    void whatCanOnlyBeReadCannotBeChanged() {
        try (DifferentiableNetwork compiled =
                compile(new PortableKernels(), Observation.Access.DIFFERENTIATE)) {
            assertThatThrownBy(() -> compiled.intervene(LAYER, new Intervention.Silence(0)))
                    .hasMessageContaining(LAYER)
                    .hasMessageContaining("CHANGE");
        }
    }

    @Test
    void aUnitThatIsNotThereIsNamed() {
        try (DifferentiableNetwork compiled =
                compile(new PortableKernels(), Observation.Access.CHANGE)) {
            assertThatThrownBy(() -> compiled.intervene(LAYER, new Intervention.Silence(4)))
                    .hasMessage("layer '%s' has units 0 to 3, found unit 4".formatted(LAYER));
        }
    }
}
