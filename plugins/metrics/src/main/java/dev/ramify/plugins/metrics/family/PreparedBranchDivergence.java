package dev.ramify.plugins.metrics.family;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import java.util.List;

/** Compares the families of each branch with those of the layer; one subject per branch. */
final class PreparedBranchDivergence implements PreparedMetric {

    private final FamilyCounts counts;
    private final List<Subject> subjects;

    PreparedBranchDivergence(FamilyCounts counts, List<String> branches) {
        this.counts = counts;
        this.subjects = branches.stream().map(Subject::branch).toList();
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(Assignment assignment) {
        int[] table = counts.table(assignment);
        double[] scores = new double[subjects.size()];
        for (int b = 0; b < scores.length; b++) {
            scores[b] = counts.ofBranch(b) == 0 ? Double.NaN : divergence(table, b);
        }
        return scores;
    }

    private double divergence(int[] table, int branch) {
        double size = counts.ofBranch(branch);
        double sum = 0;
        for (int f = 0; f < counts.families().names().size(); f++) {
            double found = table[f * counts.branches() + branch];
            if (found > 0) {
                double expected = size * counts.ofFamily(f) / counts.total();
                sum += found / size * Math.log(found / expected);
            }
        }
        return Math.max(0, sum / Math.log(2));
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        double[] ceilings = new double[subjects.size()];
        for (int b = 0; b < ceilings.length; b++) {
            ceilings[b] = Math.log((double) counts.total() / counts.ofBranch(b)) / Math.log(2);
        }
        return ceilings;
    }

    @Override
    public String reason(int subject) {
        return "no unit of the branch has a family";
    }

    @Override
    public boolean takesPart(int unit) {
        return counts.families().has(unit);
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        int[] table = counts.table(assignment);
        int most = 0;
        for (int f = 1; f < counts.families().names().size(); f++) {
            if (excess(table, f, subject) > excess(table, most, subject)) {
                most = f;
            }
        }
        return "most of all %s, %d of its %d units with a family"
                .formatted(
                        counts.families().names().get(most),
                        table[most * counts.branches() + subject],
                        counts.ofBranch(subject));
    }

    /** Return how many more units of a family a branch has than by its size. */
    private double excess(int[] table, int family, int branch) {
        return table[family * counts.branches() + branch]
                - (double) counts.ofBranch(branch) * counts.ofFamily(family) / counts.total();
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return counts.columns();
    }
}
