package dev.ramify.plugins.metrics.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.Inputs;
import dev.ramify.plugins.metrics.NaiveClusters;
import dev.ramify.plugins.metrics.NaivePartitions;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
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
        double expected =
                NaivePartitions.adjustedMutualInformation(partition(groups), partition(branches));
        assertThat(metric.score(branches)[0]).isCloseTo(expected, within(1e-9));
        assertThat(metric.unitColumns().get(0).texts().subList(0, 7))
                .containsExactly(
                        "cluster 1",
                        "cluster 1",
                        "cluster 1",
                        "cluster 1",
                        "cluster 1",
                        "cluster 1",
                        "cluster 2");
    }

    @Test
    void agreesWithClusteringByTryingEverything() {
        for (long seed = 0; seed < 16; seed++) {
            int clusters = seed % 2 == 0 ? 2 : 3;
            SplittableRandom random = new SplittableRandom(seed);
            Assignment branches = Inputs.branches(4, 5).permuted(random);
            float[][] rows = CkaTests.mixed(25, 9, random);
            int[] clusterOf = naive(rows, clusters);
            Assignment other = branches.permuted(random);
            for (AgreementIndex index : AgreementIndex.values()) {
                double expected =
                        index == AgreementIndex.AMI
                                ? NaivePartitions.adjustedMutualInformation(
                                        clusterOf, partition(other))
                                : NaivePartitions.adjustedRand(clusterOf, partition(other));
                double found =
                        new ClusterAgreement()
                                .prepare(
                                        Inputs.last(Inputs.layer("conv1", branches, rows)),
                                        new ClusterOptions(clusters, index))
                                .score(other)[0];
                assertThat(found).as("seed %d, %s", seed, index).isCloseTo(expected, within(1e-9));
            }
        }
    }

    @Test
    void theRandIndexIsSaidToMislead() {
        ClusterAgreement metric = new ClusterAgreement();
        assertThat(metric.profile(new ClusterOptions(0, AgreementIndex.ARI)).misleads())
                .contains("next to 0");
        assertThat(metric.profile(new ClusterOptions(0, AgreementIndex.AMI)))
                .isEqualTo(metric.profile());
    }

    private static int[] partition(Assignment assignment) {
        return IntStream.range(0, assignment.units()).map(assignment::branchOf).toArray();
    }

    /** Embed units by the sizes of their correlations, on the unit sphere, and cluster. */
    private static int[] naive(float[][] rows, int clusters) {
        int units = rows[0].length;
        double[][] columns = new double[units][rows.length];
        for (int n = 0; n < rows.length; n++) {
            for (int u = 0; u < units; u++) {
                columns[u][n] = rows[n][u];
            }
        }
        double[][] graph = new double[units][units];
        for (int i = 0; i < units; i++) {
            for (int j = 0; j < i; j++) {
                double r = new PearsonsCorrelation().correlation(columns[i], columns[j]);
                graph[i][j] = Math.abs(r);
                graph[j][i] = graph[i][j];
            }
        }
        double[][] points = NaiveClusters.embedding(graph, clusters);
        for (double[] point : points) {
            double length = Math.sqrt(Arrays.stream(point).map(value -> value * value).sum());
            Arrays.setAll(point, k -> point[k] / length);
        }
        return NaiveClusters.tightest(points, clusters);
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
