package dev.ramify.core.statistics;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile.Tail;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import java.util.List;

/**
 * Draws under the re-initialisation null: what a metric gives for untrained copies of the network.
 *
 * <p>If training did not matter, trained network and copies would be exchangeable, and any
 * statistic of them may be ranked, also one that is defined to be least where a copy lacks what it
 * is about. So a copy in which a subject does not occur, a family that no unit prefers, say, counts
 * as least extreme; a copy in which the metric has no value at all counts as most extreme.
 */
final class Reinitializations implements Draw.Source {

    private final ConfiguredMetric<?> metric;
    private final MetricInput trained;
    private final List<Subject> subjects;
    private final UntrainedCopies copies;

    Reinitializations(
            ConfiguredMetric<?> metric,
            MetricInput trained,
            List<Subject> subjects,
            UntrainedCopies copies) {
        this.metric = metric;
        this.trained = trained;
        this.subjects = subjects;
        this.copies = copies;
    }

    @Override
    public Draw draw(int number) {
        double[] values = new double[subjects.size()];
        Arrays.fill(values, Double.NaN);
        MetricInput copy = copies.input(trained, number);
        PreparedMetric prepared;
        try {
            prepared = metric.prepare(copy);
        } catch (UndefinedMetricException e) {
            return new Draw(values, null);
        }
        Scores scores = new Scores(metric.name(), trained.layer().layer(), prepared);
        Assignment recorded = trained.layer().assignment();
        double[] drawn = scores.values(recorded);
        Tail tail = metric.profile().tail();
        for (int s = 0; s < values.length; s++) {
            int found = scores.subjects().indexOf(subjects.get(s));
            values[s] = found >= 0 ? drawn[found] : absent(tail);
        }
        return new Draw(values, null);
    }

    private static double absent(Tail tail) {
        return switch (tail) {
            case GREATER -> Double.NEGATIVE_INFINITY;
            case LESS -> Double.POSITIVE_INFINITY;
            case TWO_SIDED -> Double.NaN;
        };
    }
}
