package dev.ramify.plugins.metrics.selectivity;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.grouping.Matching;
import dev.ramify.numerics.products.BranchMeans;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Averages over branches; subjects are the layer, then branch by branch, factor by factor. */
final class PreparedFactorVariance implements PreparedMetric {

    private final List<String> factors;

    /** Omega squared {@code [factors][units]}. */
    private final double[][] explained;

    private final boolean[] live;
    private final List<Subject> subjects = new ArrayList<>();

    PreparedFactorVariance(
            List<String> factors, double[][] explained, boolean[] live, Assignment recorded) {
        this.factors = factors;
        this.explained = explained;
        this.live = live;
        subjects.add(Subject.layer());
        for (String branch : recorded.branches()) {
            for (String factor : factors) {
                subjects.add(Subject.branch(branch).and(Subject.FACTOR, factor));
            }
        }
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(Assignment assignment) {
        double[][] means = BranchMeans.of(explained, live, assignment);
        double[] scores = new double[subjects.size()];
        scores[0] = Matching.contrast(BranchMeans.present(means));
        for (int b = 0; b < means.length; b++) {
            System.arraycopy(means[b], 0, scores, 1 + b * factors.size(), factors.size());
        }
        return scores;
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        double[] ceilings = new double[subjects.size()];
        Arrays.fill(ceilings, 1);
        return ceilings;
    }

    @Override
    public String reason(int subject) {
        return "no unit of the branch varies over the samples";
    }

    @Override
    public boolean takesPart(int unit) {
        return live[unit];
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        double[][] means = BranchMeans.of(explained, live, assignment);
        if (subject > 0) {
            int cell = subject - 1;
            return Print.percent(means[cell / factors.size()][cell % factors.size()])
                    + " of the variance of its units";
        }
        int[] matched = Matching.best(BranchMeans.present(means));
        List<String> pairs = new ArrayList<>();
        int row = 0;
        for (int b = 0; b < means.length; b++) {
            if (!Double.isNaN(means[b][0])) {
                int factor = matched[row++];
                if (factor != Matching.NONE) {
                    pairs.add(assignment.branches().get(b) + " " + factors.get(factor));
                }
            }
        }
        return "matched " + String.join(", ", pairs);
    }

    @Override
    public List<UnitColumn> unitColumns() {
        return IntStream.range(0, factors.size())
                .mapToObj(f -> Print.column("variance-" + factors.get(f), explained[f], live))
                .toList();
    }
}
