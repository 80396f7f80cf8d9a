package dev.ramify.plugins.metrics.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.Measurement;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.ConfiguredMetric;
import dev.ramify.core.statistics.MetricEvaluator;
import dev.ramify.plugins.metrics.Inputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BranchDivergenceTests {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({"MIXED3A, .19, .29, .44, .29", "MIXED3B, .24, .20, .53, .35"})
    void effectsOfInceptionBranchesAreAsPublished(
            InceptionCounts layer, double one, double three, double five, double pool)
            throws IOException {
        List<Measurement> measurements =
                new MetricEvaluator()
                        .evaluate(
                                ConfiguredMetric.of(new BranchDivergence(), layer.write(folder)),
                                layer.input(),
                                BranchKinds.allAlike(),
                                4_999)
                        .measurements();
        double[] expected = {one, three, five, pool};
        for (int b = 0; b < 4; b++) {
            assertThat(measurements.get(b).subject())
                    .isEqualTo(Subject.branch(List.of("1x1", "3x3", "5x5", "pool").get(b)));
            // Half of the last digit printed, and the error of the null mean.
            assertThat(measurements.get(b).defined().orElseThrow().effect())
                    .isCloseTo(expected[b], within(.0062));
        }
    }

    @Test
    void aBranchWithAFamilyOfItsOwnReachesTheCeiling() throws IOException {
        Assignment branches = Inputs.branches(2, 6);
        PreparedMetric metric = prepare(branches, "a", "a", "b", "c", "b", "c", "b", "c");
        // log2(8 / 2) = 2 bits, and log2(8 / 6) for the rest.
        assertThat(metric.score(branches))
                .containsExactly(new double[] {2, Math.log(4 / 3.0) / Math.log(2)}, within(1e-12));
        assertThat(metric.ceiling(branches))
                .containsExactly(new double[] {2, Math.log(4 / 3.0) / Math.log(2)}, within(1e-12));
        assertThat(metric.phrase(0, branches))
                .isEqualTo("most of all a, 2 of its 2 units with a family");
    }

    @Test
    void aBranchWithoutFamiliesHasNoValue() throws IOException {
        Assignment branches = Inputs.branches(2, 2, 2);
        PreparedMetric metric = prepare(branches, "a", "b", "-", "-", "a", "b");
        assertThat(metric.score(branches)[1]).isNaN();
        assertThat(metric.score(branches)[0]).isCloseTo(0, within(1e-12));
        assertThat(metric.reason(1)).isEqualTo("no unit of the branch has a family");
    }

    @Test
    void agreesWithTheFormulaOnRandomTables() throws IOException {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment branches = Inputs.branches(5, 9, 6).permuted(random);
            String[] families = random.ints(20, 0, 4).mapToObj(f -> "f" + f).toArray(String[]::new);
            double[] divergences = prepare(branches, families).score(branches);
            for (int b = 0; b < 3; b++) {
                List<String> own =
                        IntStream.of(branches.unitsOf(b)).mapToObj(unit -> families[unit]).toList();
                double sum = 0;
                for (String family : Set.copyOf(own)) {
                    double share = Collections.frequency(own, family) / (double) own.size();
                    double overall = Collections.frequency(List.of(families), family) / 20.;
                    sum += share * Math.log(share / overall) / Math.log(2);
                }
                assertThat(divergences[b]).as("seed %d", seed).isCloseTo(sum, within(1e-12));
            }
        }
    }

    @Test
    void weightedByTheSizesOfBranchesItIsTheInformation() throws IOException {
        for (long seed = 0; seed < 30; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Assignment branches = Inputs.branches(5, 9, 6).permuted(random);
            String[] families = random.ints(20, 0, 4).mapToObj(f -> "f" + f).toArray(String[]::new);
            double[] divergences = prepare(branches, families).score(branches);
            double information =
                    new FamilyInformation()
                            .prepare(
                                    Inputs.ofAssignment(branches),
                                    GivenFamilies.information(folder, families))
                            .score(branches)[0];
            double sum = (5 * divergences[0] + 9 * divergences[1] + 6 * divergences[2]) / 20;
            assertThat(sum).as("seed %d", seed).isCloseTo(information, within(1e-12));
        }
    }

    private PreparedMetric prepare(Assignment branches, String... families) throws IOException {
        return new BranchDivergence()
                .prepare(Inputs.ofAssignment(branches), GivenFamilies.options(folder, families));
    }
}
