package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyConcentrationTests {

    @TempDir private Path folder;

    private final Assignment branches = Inputs.branches(3, 3);

    @Test
    void countsEveryFamilyInEveryBranch() throws IOException {
        PreparedMetric metric = prepare("red", "red", "blue", "blue", "blue", "-");
        assertThat(metric.subjects())
                .extracting(Subject::toString)
                .containsExactly(
                        "branch=b1 family=blue",
                        "branch=b1 family=red",
                        "branch=b2 family=blue",
                        "branch=b2 family=red");
        assertThat(metric.score(branches)).containsExactly(1, 2, 2, 0);
        assertThat(metric.ceiling(branches)).containsExactly(3, 2, 2, 2);
    }

    @Test
    void pIsTheShareOfDivisionsWithAtLeastAsMany() throws IOException {
        // Of 5 units 3 are in b1; both red ones are among them in C(3,1) of C(5,3) divisions.
        double[] p =
                prepare("red", "red", "blue", "blue", "blue", "-").exactP(branches).orElseThrow();
        assertThat(p[1]).isCloseTo(0.3, within(1e-12));
        assertThat(p[3]).isCloseTo(1, within(1e-12));
    }

    @Test
    void phraseTellsUnitsOfTheBranchAndOfTheFamily() throws IOException {
        PreparedMetric metric = prepare("red", "red", "blue", "blue", "blue", "-");
        assertThat(metric.phrase(1, branches)).isEqualTo("2 of its 3 units, of 2 in the layer");
        assertThat(metric.phrase(2, branches))
                .isEqualTo("2 of its 3 units (1 without family), of 3 in the layer");
    }

    @Test
    void agreesWithCountingUnitsAndDivisionsOnRandomTables() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment three = Inputs.branches(2, 4, 5).permuted(random);
            String[] families = random.ints(11, 0, 3).mapToObj(f -> "f" + f).toArray(String[]::new);
            PreparedMetric metric =
                    new FamilyConcentration()
                            .prepare(
                                    Inputs.ofAssignment(three),
                                    GivenFamilies.concentration(folder, families));
            double[] found = metric.score(three);
            double[] p = metric.exactP(three).orElseThrow();
            for (int s = 0; s < found.length; s++) {
                int branch = three.branches().indexOf(part(metric, s, Subject.BRANCH));
                String family = part(metric, s, Subject.FAMILY);
                int units = 0;
                int members = 0;
                for (int u = 0; u < 11; u++) {
                    int member = families[u].equals(family) ? 1 << u : 0;
                    members |= member;
                    units += member != 0 && three.branchOf(u) == branch ? 1 : 0;
                }
                assertThat(found[s]).as("seed %d", seed).isEqualTo(units);
                assertThat(p[s])
                        .as("seed %d", seed)
                        .isCloseTo(share(three.sizes()[branch], members, units), within(1e-12));
            }
        }
    }

    /** Go through all sets of so many of 11 units; count those with enough members. */
    private static double share(int size, int members, int least) {
        int sets = 0;
        int enough = 0;
        for (int set = 0; set < 1 << 11; set++) {
            if (Integer.bitCount(set) == size) {
                sets++;
                enough += Integer.bitCount(set & members) >= least ? 1 : 0;
            }
        }
        return (double) enough / sets;
    }

    private static String part(PreparedMetric metric, int subject, String kind) {
        return metric.subjects().get(subject).part(kind).orElseThrow();
    }

    @Test
    void binomialTailsAreDescribedOnlyIfAskedFor() throws IOException {
        FamilyOptions given =
                GivenFamilies.options(folder, "red", "red", "blue", "blue", "blue", "-");
        MetricInput input = Inputs.ofAssignment(branches);
        FamilyConcentration metric = new FamilyConcentration();
        assertThat(metric.prepare(input, ConcentrationOptions.of(given, false)).descriptions())
                .isEmpty();
        List<Description> described =
                metric.prepare(input, ConcentrationOptions.of(given, true)).descriptions();
        assertThat(described).hasSize(4);
        assertThat(described.get(1).subject())
                .hasToString("branch=b1 family=red property=binomial tail");
        // Each of the 2 red units of 5 would lie in b1 with 3 of them: (3/5)^2.
        assertThat(described.get(1).value()).isCloseTo(.36, within(1e-12));
        assertThat(described.get(3).value()).isEqualTo(1);
    }

    @Test
    void exactPAgreesWithCountedPermutations() throws IOException {
        Assignment three = Inputs.branches(4, 7, 9);
        String[] families =
                new SplittableRandom(3)
                        .ints(20, 0, 3)
                        .mapToObj(f -> "f" + f)
                        .toArray(String[]::new);
        PreparedMetric metric =
                new FamilyConcentration()
                        .prepare(
                                Inputs.ofAssignment(three),
                                GivenFamilies.concentration(folder, families));
        double[] observed = metric.score(three);
        int[] asMany = new int[observed.length];
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 20_000; i++) {
            double[] drawn = metric.score(three.permuted(random));
            for (int s = 0; s < drawn.length; s++) {
                asMany[s] += drawn[s] >= observed[s] ? 1 : 0;
            }
        }
        double[] p = metric.exactP(three).orElseThrow();
        for (int s = 0; s < p.length; s++) {
            assertThat(asMany[s] / 20_000.0)
                    .as(metric.subjects().get(s).toString())
                    .isCloseTo(p[s], within(0.016));
        }
    }

    private PreparedMetric prepare(String... families) throws IOException {
        return new FamilyConcentration()
                .prepare(
                        Inputs.ofAssignment(branches),
                        GivenFamilies.concentration(folder, families));
    }
}
