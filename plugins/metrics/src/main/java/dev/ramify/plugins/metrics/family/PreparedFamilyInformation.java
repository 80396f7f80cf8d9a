package dev.ramify.plugins.metrics.family;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Computes {@code I(family; branch) = H(family) + H(branch) - H(family, branch)}. Margins do not
 * change between assignments, so only the last term is computed each time.
 */
final class PreparedFamilyInformation implements PreparedMetric {

    private final FamilyCounts counts;

    /** {@code n log2 n} for every count there can be. */
    private final double[] nLogN;

    private final double familyEntropy;
    private final double branchEntropy;

    PreparedFamilyInformation(FamilyCounts counts) {
        this.counts = counts;
        this.nLogN = new double[counts.total() + 1];
        for (int n = 2; n < nLogN.length; n++) {
            nLogN[n] = n * Math.log(n) / Math.log(2);
        }
        this.familyEntropy =
                entropy(
                        IntStream.range(0, counts.families().names().size())
                                .map(counts::ofFamily)
                                .toArray());
        this.branchEntropy =
                entropy(IntStream.range(0, counts.branches()).map(counts::ofBranch).toArray());
    }

    private double entropy(int[] cells) {
        double sum = 0;
        for (int n : cells) {
            sum += nLogN[n];
        }
        return (nLogN[counts.total()] - sum) / counts.total();
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        double joint = entropy(counts.table(assignment));
        return new double[] {Math.max(0, familyEntropy + branchEntropy - joint)};
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {branchEntropy};
    }

    @Override
    public boolean takesPart(int unit) {
        return counts.families().has(unit);
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return "%d of %d units in %d %s"
                .formatted(
                        counts.total(),
                        assignment.units(),
                        counts.families().names().size(),
                        counts.families().names().size() == 1 ? "family" : "families");
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return counts.columns();
    }
}
