package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.products.BranchMeans;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Compares the branch of every unit with its cluster, which is found once. */
final class PreparedClusterAgreement implements PreparedMetric {

    private final int[] clusterOf;
    private final boolean[] live;
    private final int clusters;
    private final ToDoubleFunction<int[]> agreement;

    PreparedClusterAgreement(
            int[] clusterOf, boolean[] live, Assignment recorded, AgreementIndex index) {
        this.clusterOf = clusterOf;
        this.live = live;
        this.clusters = Arrays.stream(clusterOf).max().orElseThrow() + 1;
        int[] sizes = new int[clusters];
        for (int cluster : clusterOf) {
            if (cluster != SpectralClusters.NONE) {
                sizes[cluster]++;
            }
        }
        this.agreement = index.of(sizes, BranchMeans.sizes(live, recorded));
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        int[] table = new int[clusters * assignment.branches().size()];
        for (int unit = 0; unit < clusterOf.length; unit++) {
            if (live[unit]) {
                table[assignment.branchOf(unit) * clusters + clusterOf[unit]]++;
            }
        }
        return new double[] {agreement.applyAsDouble(table)};
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {1};
    }

    @Override
    public String reason(int subject) {
        return "every unit is in a cluster or a branch of its own, so any two partitions agree as well";
    }

    @Override
    public boolean takesPart(int unit) {
        return live[unit];
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return clusters + " clusters";
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return List.of(
                new UnitColumn.Category(
                        "cluster",
                        Arrays.stream(clusterOf)
                                .mapToObj(
                                        cluster ->
                                                cluster == SpectralClusters.NONE
                                                        ? ""
                                                        : "cluster " + (cluster + 1))
                                .toList()));
    }
}
