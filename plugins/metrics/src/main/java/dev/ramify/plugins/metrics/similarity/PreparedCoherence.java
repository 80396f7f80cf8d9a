package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Compares pairs within with pairs across; subjects are the layer, then its branches. */
final class PreparedCoherence implements PreparedMetric {

    private final PairSizes sizes;
    private final boolean[] live;
    private final List<Subject> subjects = new ArrayList<>();

    PreparedCoherence(PairSizes sizes, boolean[] live, Assignment recorded) {
        this.sizes = sizes;
        this.live = live;
        subjects.add(Subject.layer());
        recorded.branches().forEach(branch -> subjects.add(Subject.branch(branch)));
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(Assignment assignment) {
        double[][] means = means(assignment);
        double[] scores = new double[subjects.size()];
        Arrays.setAll(scores, subject -> means[subject][0] - means[subject][1]);
        return scores;
    }

    /** Return the mean size within and across {@code [subjects][2]}; {@code NaN} without pairs. */
    private double[][] means(Assignment assignment) {
        PairSizes.Sums sums = sizes.sums(assignment);
        int branches = assignment.branches().size();
        double[] size = new double[2];
        double[] pairs = new double[2];
        double[][] means = new double[subjects.size()][];
        for (int a = 0; a < branches; a++) {
            double[] ownSize = new double[2];
            double[] ownPairs = new double[2];
            for (int b = 0; b < branches; b++) {
                int side = a == b ? 0 : 1;
                ownSize[side] += sums.sizes()[a][b];
                ownPairs[side] += sums.pairs()[a][b];
            }
            for (int side = 0; side < 2; side++) {
                size[side] += ownSize[side];
                pairs[side] += ownPairs[side];
            }
            means[1 + a] = new double[] {ownSize[0] / ownPairs[0], ownSize[1] / ownPairs[1]};
        }
        means[0] = new double[] {size[0] / pairs[0], size[1] / pairs[1]};
        return means;
    }

    @Override
    public String reason(int subject) {
        return subject == 0
                ? "no branch has two units that vary over the samples"
                : "the branch does not have two units that vary over the samples";
    }

    @Override
    public boolean takesPart(int unit) {
        return live[unit];
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        double[] mean = means(assignment)[subject];
        return "mean |r| %s within, %s across"
                .formatted(Print.twoDecimals(mean[0]), Print.twoDecimals(mean[1]));
    }
}
