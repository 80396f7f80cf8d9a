package dev.ramify.plugins.metrics.similarity;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.numerics.products.BlockSums;
import java.util.ArrayList;
import java.util.List;

/** Adds up the estimates of pairs of units; subjects are the layer, then pairs of branches. */
final class PreparedCka implements PreparedMetric {

    private final double[][] hsic;
    private final boolean[] live;
    private final List<int[]> pairs = new ArrayList<>();
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Description> descriptions;

    PreparedCka(
            double[][] hsic, boolean[] live, Assignment recorded, List<Description> descriptions) {
        this.hsic = hsic;
        this.live = live;
        this.descriptions = descriptions;
        subjects.add(Subject.layer());
        List<String> branches = recorded.branches();
        for (int a = 0; a < branches.size(); a++) {
            for (int b = a + 1; b < branches.size(); b++) {
                pairs.add(new int[] {a, b});
                subjects.add(Subject.pair(branches.get(a), branches.get(b)));
            }
        }
    }

    @Override
    public List<Subject> subjects() {
        return subjects;
    }

    @Override
    public double[] score(Assignment assignment) {
        double[][] sums = BlockSums.of(hsic, assignment);
        double[] scores = new double[subjects.size()];
        double sum = 0;
        int found = 0;
        for (int p = 0; p < pairs.size(); p++) {
            int a = pairs.get(p)[0];
            int b = pairs.get(p)[1];
            double value = alignment(sums[a][b], sums[a][a], sums[b][b]);
            scores[1 + p] = value;
            if (!Double.isNaN(value)) {
                sum += value;
                found++;
            }
        }
        scores[0] = found == 0 ? Double.NaN : sum / found;
        return scores;
    }

    /** Return {@code NaN} where one side does not vary, or not beyond noise. */
    static double alignment(double between, double one, double other) {
        return one > 0 && other > 0 ? between / Math.sqrt(one * other) : Double.NaN;
    }

    /** The least alignment: branches that have nothing in common. */
    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[subjects.size()];
    }

    @Override
    public String reason(int subject) {
        return subject == 0
                ? "no two branches vary over the samples beyond noise"
                : "a branch of the pair does not vary over the samples beyond noise";
    }

    @Override
    public boolean takesPart(int unit) {
        return live[unit];
    }

    @Override
    public List<Description> descriptions() {
        return descriptions;
    }
}
