package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.metric.MetricProfile.Kind;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.NaivePartitions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyInformationTests {

    @TempDir private Path folder;

    @Test
    void familiesThatDetermineTheBranchGiveItsEntropy() throws IOException {
        PreparedMetric metric = prepare(Inputs.branches(2, 2), "a", "a", "b", "b");
        assertThat(metric.score(Inputs.branches(2, 2))[0]).isCloseTo(1, within(1e-12));
        assertThat(metric.ceiling(Inputs.branches(2, 2))[0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void familiesSpreadEvenlyGiveNothing() throws IOException {
        PreparedMetric metric = prepare(Inputs.branches(2, 2), "a", "b", "a", "b");
        assertThat(metric.score(Inputs.branches(2, 2))[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void oneFamilyGivesNothingBelowACeilingOfTheBranches() throws IOException {
        PreparedMetric metric = prepare(Inputs.branches(2, 2), "a", "a", "a", "a");
        assertThat(metric.score(Inputs.branches(2, 2))).containsExactly(0);
        assertThat(metric.ceiling(Inputs.branches(2, 2))[0]).isCloseTo(1, within(1e-12));
    }

    @Test
    void unitsWithoutFamilyTakeNoPart() throws IOException {
        Assignment branches = Inputs.branches(3, 3);
        PreparedMetric metric = prepare(branches, "a", "a", "-", "b", "b", "-");
        assertThat(metric.score(branches)[0]).isCloseTo(1, within(1e-12));
        assertThat(IntStream.range(0, 6).filter(metric::takesPart)).containsExactly(0, 1, 3, 4);
        assertThat(metric.phrase(0, branches)).isEqualTo("4 of 6 units in 2 families");
        assertThat(metric.unitColumns().get(0).texts())
                .containsExactly("a", "a", "none", "b", "b", "none");
    }

    @Test
    void isUndefinedWhereOneBranchHasAllUnitsWithAFamily() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(Inputs.branches(2, 2), "a", "b", "-", "-"))
                .withMessage(
                        "all 2 units with a family are in branch 'b1'; at least 2 branches need some");
    }

    @Test
    void isUndefinedWhereNoUnitHasAFamily() {
        assertThatExceptionOfType(UndefinedMetricException.class)
                .isThrownBy(() -> prepare(Inputs.branches(2, 2), "-", "-", "-", "-"))
                .withMessage("no unit of the layer was given a family");
    }

    @Test
    void agreesWithTheFormulaOnRandomTables() throws IOException {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] sizes = random.ints(2 + random.nextInt(4), 1, 12).toArray();
            Assignment branches =
                    Inputs.branches(sizes).permuted(new SplittableRandom(seed + 1000));
            String[] families =
                    random.ints(branches.units(), 0, 5)
                            .mapToObj(f -> "f" + f)
                            .toArray(String[]::new);
            assertThat(prepare(branches, families).score(branches)[0])
                    .as("seed %d", seed)
                    .isCloseTo(naive(branches, families), within(1e-12));
        }
    }

    @Test
    void adjustedRandAgreesWithCountingPairs() throws IOException {
        for (long seed = 0; seed < 30; seed++) {
            Assignment branches = branches(seed);
            String[] families = families(branches, seed);
            int[] familyOf = Arrays.stream(families).mapToInt(f -> f.charAt(1)).toArray();
            int[] branchOf = IntStream.range(0, familyOf.length).map(branches::branchOf).toArray();
            assertThat(prepare(AssociationIndex.ADJUSTED_RAND, branches, families))
                    .as("seed %d", seed)
                    .isCloseTo(NaivePartitions.adjustedRand(familyOf, branchOf), within(1e-9));
        }
    }

    @Test
    void cramersVAgreesWithTheTestOfIndependence() throws IOException {
        for (long seed = 0; seed < 30; seed++) {
            Assignment branches = branches(seed);
            String[] families = families(branches, seed);
            assertThat(prepare(AssociationIndex.CRAMERS_V, branches, families))
                    .as("seed %d", seed)
                    .isCloseTo(naiveV(branches, families), within(1e-9));
        }
    }

    @Test
    void cramersVOfASingleFamilyIsUndefined() throws IOException {
        Assignment branches = Inputs.branches(2, 2);
        assertThat(prepare(AssociationIndex.CRAMERS_V, branches, "a", "a", "a", "a")).isNaN();
    }

    @Test
    void onlyInformationMayCarryAClaim() throws IOException {
        FamilyInformation metric = new FamilyInformation();
        FamilyOptions given = GivenFamilies.options(folder, "a", "b");
        for (AssociationIndex index : AssociationIndex.values()) {
            MetricProfile profile = metric.profile(InformationOptions.of(given, index));
            boolean inferential = index == AssociationIndex.INFORMATION;
            assertThat(profile.kind()).isEqualTo(inferential ? Kind.INFERENTIAL : Kind.DESCRIPTIVE);
            assertThat(profile.unit()).isEqualTo(inferential ? "bit" : "");
        }
    }

    @Test
    void dependsNeitherOnTheOrderOfUnitsNorOnNamesOfBranches() throws IOException {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment branches = Inputs.branches(5, 9, 6);
            String[] families = random.ints(20, 0, 4).mapToObj(f -> "f" + f).toArray(String[]::new);
            double value = prepare(branches, families).score(branches)[0];

            int[] reversed = IntStream.range(0, 20).map(u -> branches.branchOf(19 - u)).toArray();
            Assignment other = Assignment.of(List.of("x", "y", "z"), reversed);
            String[] reversedFamilies =
                    IntStream.range(0, 20).mapToObj(u -> families[19 - u]).toArray(String[]::new);
            assertThat(prepare(other, reversedFamilies).score(other)[0])
                    .as("seed %d", seed)
                    .isCloseTo(value, within(1e-12));
        }
    }

    private PreparedMetric prepare(Assignment branches, String... families) throws IOException {
        MetricInput input = Inputs.ofAssignment(branches);
        return new FamilyInformation().prepare(input, GivenFamilies.information(folder, families));
    }

    private double prepare(AssociationIndex index, Assignment branches, String... families)
            throws IOException {
        FamilyOptions given = GivenFamilies.options(folder, families);
        return new FamilyInformation()
                .prepare(Inputs.ofAssignment(branches), InformationOptions.of(given, index))
                .score(branches)[0];
    }

    private static Assignment branches(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Inputs.branches(random.ints(2 + random.nextInt(4), 3, 12).toArray())
                .permuted(random);
    }

    /** Families that lean towards branches. */
    private static String[] families(Assignment branches, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, branches.units())
                .mapToObj(u -> "f" + (branches.branchOf(u) + random.nextInt(3)) % 6)
                .toArray(String[]::new);
    }

    /** From the chi squared of found and expected counts, and the formulas of Bergsma (2013). */
    private static double naiveV(Assignment branches, String[] families) {
        double n = families.length;
        List<String> names = Arrays.stream(families).distinct().toList();
        long[][] table = new long[names.size()][branches.branches().size()];
        for (int u = 0; u < families.length; u++) {
            table[names.indexOf(families[u])][branches.branchOf(u)]++;
        }
        double r = table.length;
        double k = table[0].length;
        double phi = new ChiSquareTest().chiSquare(table) / n;
        double corrected = Math.max(0, phi - (k - 1) * (r - 1) / (n - 1));
        double rows = r - (r - 1) * (r - 1) / (n - 1);
        double columns = k - (k - 1) * (k - 1) / (n - 1);
        return Math.sqrt(corrected / (Math.min(rows, columns) - 1));
    }

    /** The sum of p(f, b) log2 (p(f, b) / (p(f) p(b))), counting units anew for every term. */
    private static double naive(Assignment branches, String[] families) {
        double sum = 0;
        int n = families.length;
        for (String family : Arrays.stream(families).distinct().toList()) {
            for (int b = 0; b < branches.branches().size(); b++) {
                int branch = b;
                double joint =
                        count(n, u -> families[u].equals(family) && branches.branchOf(u) == branch);
                double ofFamily = count(n, u -> families[u].equals(family));
                double ofBranch = count(n, u -> branches.branchOf(u) == branch);
                if (joint > 0) {
                    sum += joint / n * Math.log(joint * n / (ofFamily * ofBranch)) / Math.log(2);
                }
            }
        }
        return sum;
    }

    private static double count(int units, java.util.function.IntPredicate which) {
        return IntStream.range(0, units).filter(which).count();
    }
}
