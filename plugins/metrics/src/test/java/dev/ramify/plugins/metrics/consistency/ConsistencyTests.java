package dev.ramify.plugins.metrics.consistency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.Measurement.Defined;
import dev.ramify.api.metric.PreparedStudyMetric;
import dev.ramify.api.metric.StudyInput;
import dev.ramify.api.metric.StudyInput.Network;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.statistics.ConfiguredStudyMetric;
import dev.ramify.core.statistics.NullBudget;
import dev.ramify.core.statistics.StudyEvaluator;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.consistency.ConsistencyOptions.Basis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConsistencyTests {

    private static final ConsistencyOptions OPTIONS =
            new ConsistencyOptions(Basis.FACTORS, List.of());
    private static final Assignment BRANCHES = Inputs.branches(10, 10);
    private static final int FACTORS = 6;

    @Test
    void networksThatDivideTheWorkAlikeAreFound() {
        // Which branch took which half of the work differs between seeds.
        List<Network> networks =
                List.of(
                        network("a", 1, new int[] {0, 1}),
                        network("a", 2, new int[] {1, 0}),
                        network("a", 3, new int[] {0, 1}));
        Defined value = evaluate(networks, 199).get(0).defined().orElseThrow();
        assertThat(value.value()).isGreaterThan(.9);
        assertThat(value.p()).isEqualTo(.005);
        assertThat(value.phrase()).isEqualTo("3 pairs of networks");
    }

    @Test
    void networksWithoutDivisionAreNotFound() {
        long found =
                LongStream.range(0, 200)
                        .filter(
                                study -> {
                                    List<Network> networks = new ArrayList<>();
                                    for (long seed = 0; seed < 3; seed++) {
                                        networks.add(network("a", 3 * study + seed, null));
                                    }
                                    return evaluate(networks, 99).get(0).defined().orElseThrow().p()
                                            <= .05;
                                })
                        .count();
        assertThat(found / 200.0).isBetween(.015, .09);
    }

    @Test
    void agreesWithTheFormula() {
        List<Network> networks =
                List.of(network("a", 1, new int[] {0, 1}), network("a", 2, new int[] {1, 0}));
        double[][] one = {{.2, -.1, 0}, {-.2, .1, 0}};
        double[][] other = {{-.3, 0, .1}, {.3, 0, -.1}};
        // Crosswise: (.06 + .06) / sqrt(.1 * .2).
        assertThat(PreparedConsistency.likeness(one, other))
                .isCloseTo(.12 / Math.sqrt(.02), within(1e-12));
        PreparedStudyMetric prepared =
                new Consistency().prepare(new StudyInput("conv1", networks, new Seed(1)), OPTIONS);
        List<Assignment> crossed =
                List.of(BRANCHES, Assignment.of(List.of("x", "y"), swapped(BRANCHES)));
        assertThat(prepared.score(crossed)[0])
                .isCloseTo(prepared.score(List.of(BRANCHES, BRANCHES))[0], within(1e-12));
    }

    @Test
    void pairsAreToldApartByWhatTheyDifferIn() {
        List<Network> networks =
                List.of(
                        network("a", 1, new int[] {0, 1}),
                        network("a", 2, new int[] {0, 1}),
                        network("b", 1, new int[] {0, 1}));
        assertThat(evaluate(networks, 9))
                .extracting(each -> each.subject().toString())
                .containsExactly("layer", "across=seeds", "across=architectures");
    }

    @Test
    void onlyCommonFactorsCount() {
        int[] levels = new SplittableRandom(1).ints(100, 0, 2).toArray();
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(network("a", 1, null), noise(levels)))
                .withMessage("at least 2 factors must be common to all networks, found [factor0]");
    }

    @Test
    void withoutFactorsItSaysWhatElseThereIs() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(noise(), noise()))
                .withMessage("no factors of the samples are known; take by: classes");
    }

    private static void prepare(Network... networks) {
        new Consistency().prepare(new StudyInput("conv1", List.of(networks), new Seed(1)), OPTIONS);
    }

    /** A network of other data, whose units follow nothing. */
    private static Network noise(int[]... factors) {
        float[][] rows = Inputs.noise(100, 20, new SplittableRandom(2));
        return new Network(
                "a", "digits", 9, Inputs.ofActivations(BRANCHES, rows, new int[0], factors));
    }

    private static List<Measurement> evaluate(List<Network> networks, int draws) {
        return new StudyEvaluator()
                .evaluate(
                        ConfiguredStudyMetric.of(new Consistency(), OPTIONS),
                        new StudyInput("conv1", networks, new Seed(5)),
                        NullBudget.of(draws));
    }

    /**
     * Units that each follow a factor.
     *
     * @param half for each branch which half of the factors it takes; null for any factor
     */
    private static Network network(String variant, long seed, int[] half) {
        SplittableRandom random = new SplittableRandom(seed);
        int[][] levels = new int[FACTORS][100];
        for (int[] factor : levels) {
            Arrays.setAll(factor, n -> random.nextInt(2));
        }
        float[][] rows = Inputs.noise(100, 20, random);
        for (int unit = 0; unit < 20; unit++) {
            int factor =
                    half == null
                            ? random.nextInt(FACTORS)
                            : 3 * half[BRANCHES.branchOf(unit)] + unit % 3;
            for (int n = 0; n < 100; n++) {
                rows[n][unit] += 2 * levels[factor][n];
            }
        }
        return new Network(
                variant, "digits", seed, Inputs.ofActivations(BRANCHES, rows, new int[0], levels));
    }

    private static int[] swapped(Assignment branches) {
        return IntStream.range(0, branches.units()).map(u -> 1 - branches.branchOf(u)).toArray();
    }
}
