package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.Arrays;
import java.util.List;

/** The use of all experts, over all samples. */
final class PreparedLoad implements PreparedMetric {

    private final double[] shares;
    private final List<String> experts;

    PreparedLoad(double[] counts, List<String> experts) {
        this.experts = experts;
        this.shares = GroupCounts.share(counts);
        if (Arrays.stream(counts).sum() == 0) {
            throw new UndefinedMetricException("no expert was chosen");
        }
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {Math.pow(2, Entropies.of(shares)) / shares.length};
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        int busiest = 0;
        for (int expert = 1; expert < shares.length; expert++) {
            busiest = shares[expert] > shares[busiest] ? expert : busiest;
        }
        return "%s has %s of the load of %d experts"
                .formatted(experts.get(busiest), Print.percent(shares[busiest]), shares.length);
    }

    @Override
    public List<Description> descriptions() {
        int count = shares.length;
        double squares = 0;
        for (double share : shares) {
            squares += (share * count - 1) * (share * count - 1) / count;
        }
        double greatest = Arrays.stream(shares).max().orElseThrow() * count - 1;
        double dead = Arrays.stream(shares).filter(share -> share == 0).count();
        return List.of(
                property("max-violation", greatest),
                property("cv2", squares),
                property("entropy", Entropies.of(shares) / (Math.log(count) / Math.log(2))),
                property("dead", dead / count));
    }

    private static Description property(String name, double value) {
        return new Description(Subject.layer().and(Subject.PROPERTY, name), value);
    }
}
