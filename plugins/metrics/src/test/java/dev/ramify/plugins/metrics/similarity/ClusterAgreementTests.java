package dev.ramify.plugins.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClusterAgreementTests {

    private static final int SAMPLES = 200;

    @Test
    void groupsThatAreTheBranchesAgreeFully() {
        for (long seed = 0; seed < 10; seed++) {
            Assignment branches = Inputs.branches(8, 12, 10).permuted(new SplittableRandom(seed));
            PreparedMetric metric = prepare(branches, branches, 0, seed);
            assertThat(metric.score(branches)[0]).as("seed %d", seed).isCloseTo(1, within(1e-9));
            assertThat(metric.phrase(0, branches)).isEqualTo("3 clusters");
        }
    }

    @Test
    void groupsThatLieAcrossBranchesDoNotAgree() {
        // Every group has 3 units in each branch.
        Assignment groups = Inputs.branches(9, 9, 9);
        int[] branchOf = new int[27];
        for (int unit = 0; unit < 27; unit++) {
            branchOf[unit] = unit % 3;
        }
        Assignment branches = Assignment.of(groups.branches(), branchOf);
        assertThat(prepare(branches, groups, 0, 1).score(branches)[0]).isLessThan(0);
    }

    @Test
    void moreClustersCanBeAskedFor() {
        Assignment branches = Inputs.branches(12, 12);
        Assignment groups = Inputs.branches(6, 6, 6, 6);
        PreparedMetric metric = prepare(branches, groups, 4, 1);
        // Branches are known from groups: I = ln 2, H = ln 2 and ln 4.
        double expected =
                new AdjustedMutualInformation(new int[] {6, 6, 6, 6}, new int[] {12, 12})
                        .of(new int[] {6, 6, 0, 0, 0, 0, 6, 6});
        assertThat(metric.score(branches)[0]).isCloseTo(expected, within(1e-9));
        assertThat(metric.unitColumns().get(0).values().subList(0, 7))
                .containsExactly(
                        "cluster 1",
                        "cluster 1",
                        "cluster 1",
                        "cluster 1",
                        "cluster 1",
                        "cluster 1",
                        "cluster 2");
    }

    /** Units of a group have a source in common. */
    private static PreparedMetric prepare(
            Assignment branches, Assignment groups, int clusters, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] rows = Inputs.noise(SAMPLES, groups.units(), random);
        for (float[] row : rows) {
            double[] sources = random.doubles(groups.branches().size(), -4, 4).toArray();
            for (int unit = 0; unit < row.length; unit++) {
                row[unit] += (float) sources[groups.branchOf(unit)];
            }
        }
        return new ClusterAgreement()
                .prepare(
                        Inputs.last(Inputs.layer("conv1", branches, rows)),
                        new ClusterOptions(clusters, AgreementIndex.AMI));
    }
}
