package dev.ramify.plugins.metrics.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.StudyInput.Network;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.NaiveMatching;
import dev.ramify.plugins.metrics.NaiveVariance;
import dev.ramify.plugins.metrics.consistency.ConsistencyOptions.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the likeness of networks is by its formula, and what must not matter to it. */
class ConsistencyInvarianceTests {

    private static final int SAMPLES = 70;
    private static final int UNITS = 12;
    private static final int FACTORS = 3;
    private static final int SEEDS = 8;

    @ParameterizedTest
    @EnumSource(value = Basis.class, names = "KNOWN", mode = EnumSource.Mode.EXCLUDE)
    void agreesWithTheFormula(Basis basis) {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Made> networks = networks(seed);
            double sum = 0;
            for (int one = 0; one < 3; one++) {
                for (int other = one + 1; other < 3; other++) {
                    sum += likeness(networks.get(one), networks.get(other), basis) / 3;
                }
            }
            assertThat(value(networks, basis)).as("seed %d", seed).isCloseTo(sum, within(1e-9));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfUnitsDoesNotMatter(Basis basis) {
        assertSame(
                basis,
                given -> {
                    int[] order = Inputs.shuffled(UNITS, new SplittableRandom(given.seed()));
                    return given.with(
                            Inputs.reordered(given.branches(), order),
                            Inputs.reordered(given.rows(), order));
                });
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfSamplesDoesNotMatter(Basis basis) {
        assertSame(
                basis,
                given -> {
                    int[] order = Inputs.shuffled(SAMPLES, new SplittableRandom(given.seed()));
                    return new Made(
                            given.seed(),
                            given.branches(),
                            IntStream.of(order)
                                    .mapToObj(n -> given.rows()[n])
                                    .toArray(float[][]::new),
                            ordered(given.labels(), order),
                            Arrays.stream(given.levels())
                                    .map(levels -> ordered(levels, order))
                                    .toArray(int[][]::new));
                });
    }

    private static int[] ordered(int[] values, int[] order) {
        return IntStream.of(order).map(n -> values[n]).toArray();
    }

    @ParameterizedTest
    @EnumSource
    void namesAndTheOrderOfBranchesDoNotMatter(Basis basis) {
        assertSame(
                basis,
                given -> {
                    // Another one in each network.
                    int shift = (int) given.seed() % 3;
                    int[] branchOf =
                            IntStream.range(0, UNITS)
                                    .map(unit -> (given.branches().branchOf(unit) + shift) % 3)
                                    .toArray();
                    Assignment renamed = Assignment.of(List.of("z", "y", "a"), branchOf);
                    return given.with(renamed, given.rows());
                });
    }

    @ParameterizedTest
    @EnumSource
    void theScaleOfEachUnitDoesNotMatter(Basis basis) {
        assertSame(
                basis,
                given -> {
                    float[][] rows = new float[SAMPLES][UNITS];
                    for (int n = 0; n < SAMPLES; n++) {
                        for (int unit = 0; unit < UNITS; unit++) {
                            rows[n][unit] = (1 << unit % 4) * given.rows()[n][unit];
                        }
                    }
                    return given.with(given.branches(), rows);
                });
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfNetworksDoesNotMatter(Basis basis) {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Made> networks = networks(seed);
            double value = value(networks, basis);
            Collections.reverse(networks);
            assertThat(value(networks, basis)).as("seed %d", seed).isCloseTo(value, within(1e-12));
        }
    }

    private static void assertSame(Basis basis, UnaryOperator<Made> change) {
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Made> networks = networks(seed);
            List<Made> changed = networks.stream().map(change).toList();
            assertThat(value(changed, basis))
                    .as("seed %d", seed)
                    .isCloseTo(value(networks, basis), within(1e-9));
        }
    }

    private static double value(List<Made> networks, Basis basis) {
        List<Network> inputs = networks.stream().map(Made::network).toList();
        return new Consistency()
                .prepare(
                        new StudyInput("conv1", inputs, new Seed(1)),
                        new ConsistencyOptions(basis, List.of()))
                .score(networks.stream().map(Made::branches).toList())[0];
    }

    /** The cosine of what branches explain, under the best of all matchings. */
    private static double likeness(Made one, Made other, Basis basis) {
        double[][] first = work(one, basis);
        double[][] second = work(other, basis);
        double[][] products = new double[3][3];
        double square = 0;
        double otherSquare = 0;
        for (int f = 0; f < FACTORS; f++) {
            for (int a = 0; a < 3; a++) {
                square += first[a][f] * first[a][f];
                otherSquare += second[a][f] * second[a][f];
                for (int b = 0; b < 3; b++) {
                    products[a][b] += first[a][f] * second[b][f];
                }
            }
        }
        return NaiveMatching.greatest(products) / Math.sqrt(square * otherSquare);
    }

    /** The mean omega squared of a branch's units, less that of all units. */
    private static double[][] work(Made network, Basis basis) {
        double[][] work = new double[3][FACTORS];
        for (int f = 0; f < FACTORS; f++) {
            int own = f;
            int[] levelOf =
                    basis == Basis.FACTORS
                            ? network.levels()[f]
                            : IntStream.of(network.labels())
                                    .map(label -> label == own ? 1 : 0)
                                    .toArray();
            for (int unit = 0; unit < UNITS; unit++) {
                double explained = NaiveVariance.omegaSquared(network.rows(), unit, levelOf, 2);
                int branch = network.branches().branchOf(unit);
                work[branch][f] += explained / network.branches().sizes()[branch];
                for (int b = 0; b < 3; b++) {
                    work[b][f] -= explained / UNITS;
                }
            }
        }
        return work;
    }

    private static List<Made> networks(long seed) {
        List<Made> networks = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            networks.add(Made.random(3 * seed + i));
        }
        return networks;
    }

    /** A network whose units follow factors and classes. */
    private record Made(
            long seed, Assignment branches, float[][] rows, int[] labels, int[][] levels) {

        static Made random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] labels = random.ints(SAMPLES, 0, FACTORS).toArray();
            int[][] levels = new int[FACTORS][];
            Arrays.setAll(levels, f -> random.ints(SAMPLES, 0, 2).toArray());
            float[][] rows = Inputs.noise(SAMPLES, UNITS, random);
            for (int unit = 0; unit < UNITS; unit++) {
                int factor = random.nextInt(FACTORS);
                for (int n = 0; n < SAMPLES; n++) {
                    rows[n][unit] += levels[factor][n] + (labels[n] == factor ? 2 : 0);
                }
            }
            Assignment branches = Inputs.branches(3, 4, 5).permuted(random);
            return new Made(seed, branches, rows, labels, levels);
        }

        Made with(Assignment otherBranches, float[][] otherRows) {
            return new Made(seed, otherBranches, otherRows, labels, levels);
        }

        Network network() {
            return new Network(
                    "a", "made", seed, Inputs.ofActivations(branches, rows, labels, levels));
        }
    }
}
