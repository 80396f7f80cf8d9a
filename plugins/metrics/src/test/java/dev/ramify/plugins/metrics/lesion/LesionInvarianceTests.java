package dev.ramify.plugins.metrics.lesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.LinearNetwork;
import dev.ramify.plugins.metrics.NaiveMatching;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What lesions give by the formulas, and what must not matter to them. */
class LesionInvarianceTests {

    private static final int SAMPLES = 60;
    private static final int UNITS = 12;
    private static final int CLASSES = 4;
    private static final int SEEDS = 8;

    @ParameterizedTest
    @EnumSource(names = {"ZERO", "MEAN"})
    void everyValueAgreesWithItsFormula(Replacement replacement) {
        for (long seed = 0; seed < SEEDS; seed++) {
            LinearNetwork network = LinearNetwork.random(SAMPLES, UNITS, CLASSES, seed);
            Assignment recorded = branches(seed);
            Assignment other = recorded.permuted(new SplittableRandom(seed + 50));
            double[][] loss = loss(network, other, replacement);
            Map<Subject, Double> found = values(network, recorded, other, replacement);
            assertThat(found).hasSize(1 + 3 + 3 + 3 * CLASSES);
            assertThat(found.get(Subject.layer()))
                    .as("seed %d", seed)
                    .isCloseTo(NaiveMatching.contrast(loss), within(1e-12));
            for (int a = 0; a < 3; a++) {
                String branch = "b" + (a + 1);
                assertThat(found.get(Subject.branch(branch).and("dissociation", "single")))
                        .as("seed %d, %s", seed, branch)
                        .isCloseTo(single(loss, a), within(1e-12));
                for (int c = 0; c < CLASSES; c++) {
                    assertThat(found.get(Subject.branch(branch).and(Subject.CLASS, "class" + c)))
                            .as("seed %d, %s", seed, branch)
                            .isCloseTo(loss[a][c], within(1e-12));
                }
                for (int b = a + 1; b < 3; b++) {
                    Subject pair = Subject.pair(branch, "b" + (b + 1));
                    assertThat(found.get(pair.and("dissociation", "double")))
                            .as("seed %d, %s", seed, pair)
                            .isCloseTo(twofold(loss[a], loss[b]), within(1e-12));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ZERO", "MEAN"})
    void theOrderOfUnitsDoesNotMatter(Replacement replacement) {
        for (long seed = 0; seed < SEEDS; seed++) {
            LinearNetwork network = LinearNetwork.random(SAMPLES, UNITS, CLASSES, seed);
            int[] order = Inputs.shuffled(UNITS, new SplittableRandom(seed + 77));
            float[][] rows = new float[SAMPLES][UNITS];
            double[][] readout = new double[UNITS][];
            int[] branchOf = new int[UNITS];
            for (int unit = 0; unit < UNITS; unit++) {
                readout[unit] = network.readout()[order[unit]];
                branchOf[unit] = branches(seed).branchOf(order[unit]);
                for (int n = 0; n < SAMPLES; n++) {
                    rows[n][unit] = network.rows()[n][order[unit]];
                }
            }
            assertThat(
                            values(
                                    new LinearNetwork(rows, network.labels(), readout),
                                    Assignment.of(branches(seed).branches(), branchOf),
                                    replacement))
                    .as("seed %d", seed)
                    .isEqualTo(values(network, branches(seed), replacement));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ZERO", "MEAN"})
    void theOrderOfSamplesDoesNotMatter(Replacement replacement) {
        for (long seed = 0; seed < SEEDS; seed++) {
            LinearNetwork network = LinearNetwork.random(SAMPLES, UNITS, CLASSES, seed);
            int[] order = Inputs.shuffled(SAMPLES, new SplittableRandom(seed + 77));
            LinearNetwork other =
                    new LinearNetwork(
                            IntStream.of(order)
                                    .mapToObj(n -> network.rows()[n])
                                    .toArray(float[][]::new),
                            IntStream.of(order).map(n -> network.labels()[n]).toArray(),
                            network.readout());
            assertThat(values(other, branches(seed), replacement))
                    .as("seed %d", seed)
                    .isEqualTo(values(network, branches(seed), replacement));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ZERO", "MEAN"})
    void namesOfBranchesDoNotMatter(Replacement replacement) {
        for (long seed = 0; seed < SEEDS; seed++) {
            LinearNetwork network = LinearNetwork.random(SAMPLES, UNITS, CLASSES, seed);
            Assignment branches = branches(seed);
            int[] branchOf = IntStream.range(0, UNITS).map(branches::branchOf).toArray();
            Assignment renamed = Assignment.of(List.of("z", "y", "a"), branchOf);
            assertThat(values(network, renamed, replacement).values())
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(values(network, branches, replacement).values());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ZERO", "MEAN"})
    void aScaleOfUnitsThatTheNextLayerUndoesDoesNotMatter(Replacement replacement) {
        for (long seed = 0; seed < SEEDS; seed++) {
            LinearNetwork network = LinearNetwork.random(SAMPLES, UNITS, CLASSES, seed);
            float[][] rows = new float[SAMPLES][UNITS];
            double[][] readout = new double[UNITS][CLASSES];
            for (int unit = 0; unit < UNITS; unit++) {
                int scale = 1 << unit % 4;
                for (int n = 0; n < SAMPLES; n++) {
                    rows[n][unit] = scale * network.rows()[n][unit];
                }
                for (int c = 0; c < CLASSES; c++) {
                    readout[unit][c] = network.readout()[unit][c] / scale;
                }
            }
            LinearNetwork other = new LinearNetwork(rows, network.labels(), readout);
            assertThat(values(other, branches(seed), replacement))
                    .as("seed %d", seed)
                    .isEqualTo(values(network, branches(seed), replacement));
        }
    }

    private static Assignment branches(long seed) {
        return Inputs.branches(3, 4, 5).permuted(new SplittableRandom(seed));
    }

    private static Map<Subject, Double> values(
            LinearNetwork network, Assignment branches, Replacement replacement) {
        return values(network, branches, branches, replacement);
    }

    private static Map<Subject, Double> values(
            LinearNetwork network,
            Assignment recorded,
            Assignment scored,
            Replacement replacement) {
        var prepared =
                new LesionMatrix()
                        .prepare(
                                Inputs.withLesions(
                                        Inputs.ofActivations(
                                                recorded, network.rows(), network.labels()),
                                        network),
                                new LesionOptions(replacement, false));
        double[] scores = prepared.score(scored);
        Map<Subject, Double> values = new LinkedHashMap<>();
        for (int s = 0; s < scores.length; s++) {
            values.put(prepared.subjects().get(s), scores[s]);
        }
        return values;
    }

    /** Silence branch after branch, and compare accuracies. */
    private static double[][] loss(
            LinearNetwork network, Assignment branches, Replacement replacement) {
        int[] intact = network.correct(new boolean[UNITS], replacement);
        double[][] loss = new double[3][CLASSES];
        for (int b = 0; b < 3; b++) {
            boolean[] silenced = new boolean[UNITS];
            for (int unit : branches.unitsOf(b)) {
                silenced[unit] = true;
            }
            int[] left = network.correct(silenced, replacement);
            for (int c = 0; c < CLASSES; c++) {
                int own = c;
                double samples =
                        IntStream.of(network.labels()).filter(label -> label == own).count();
                loss[b][c] = intact[c] / samples - left[c] / samples;
            }
        }
        return loss;
    }

    private static double single(double[][] loss, int branch) {
        return IntStream.range(0, CLASSES)
                .mapToDouble(
                        c ->
                                IntStream.range(0, 3)
                                        .filter(b -> b != branch)
                                        .mapToDouble(b -> loss[branch][c] - loss[b][c])
                                        .min()
                                        .orElseThrow())
                .max()
                .orElseThrow();
    }

    private static double twofold(double[] one, double[] other) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < CLASSES; c++) {
            for (int d = 0; d < CLASSES; d++) {
                greatest = Math.max(greatest, (one[c] - one[d] + other[d] - other[c]) / 2);
            }
        }
        return greatest;
    }
}
