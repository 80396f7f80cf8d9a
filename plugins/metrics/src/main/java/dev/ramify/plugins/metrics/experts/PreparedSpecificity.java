package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One value for each expert. */
final class PreparedSpecificity implements PreparedMetric {

    private final GroupCounts counts;
    private final double[][] groupShares;
    private final List<String> experts;
    private final Domains domains;

    PreparedSpecificity(GroupCounts counts, double[][] groupShares, List<String> experts) {
        this.counts = counts;
        this.groupShares = groupShares;
        this.experts = experts;
        this.domains = Domains.ofMeans(counts, groupShares);
    }

    @Override
    public Optional<PreparedMetric> forShuffle(MetricInput shuffled) {
        return Optional.of(
                new PreparedSpecificity(counts.relabelled(shuffled), groupShares, experts));
    }

    @Override
    public List<Subject> subjects() {
        return experts.stream().map(Subject::branch).toList();
    }

    @Override
    public double[] score(Assignment assignment) {
        double most = Math.log(domains.count()) / Math.log(2);
        double[] values = new double[experts.size()];
        for (int expert = 0; expert < values.length; expert++) {
            double[] use = domains.ofExpert(expert);
            boolean used = Arrays.stream(use).anyMatch(share -> share > 0);
            values[expert] = used ? 1 - Entropies.of(use) / most : Double.NaN;
        }
        return values;
    }

    @Override
    public String reason(int subject) {
        return "the expert was never chosen";
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        double[] ones = new double[experts.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        int chief = domains.chief(subject);
        return "%s of its use is from %s"
                .formatted(
                        Print.percent(domains.ofExpert(subject)[chief]),
                        domains.names().get(chief));
    }
}
