package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The information does not depend on which unit is in which branch. */
final class PreparedDomains implements PreparedMetric {

    /** More would fill pages with pairs of domains. */
    private static final int MOST_COMPARED = 8;

    private static final double QUARTER = .25;

    private final GroupCounts counts;
    private final ExpertUnit unit;
    private final Domains domains;

    PreparedDomains(GroupCounts counts, ExpertUnit unit) {
        this.counts = counts;
        this.unit = unit;
        this.domains = Domains.of(counts);
    }

    @Override
    public Optional<PreparedMetric> forShuffle(MetricInput shuffled) {
        return Optional.of(new PreparedDomains(counts.relabelled(shuffled), unit));
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {domains.information() / entropyOfDomains()};
    }

    private double entropyOfDomains() {
        return Math.log(domains.count()) / Math.log(2);
    }

    /** A domain cannot be known better than what is chosen has variety. */
    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {Math.min(1, Entropies.of(domains.mean()) / entropyOfDomains())};
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return "%d groups of %d domains".formatted(counts.groups(), domains.count());
    }

    @Override
    public List<Description> descriptions() {
        List<Description> descriptions = new ArrayList<>();
        descriptions.add(property("information", domains.information()));
        if (unit == ExpertUnit.EXPERTS) {
            BestExperts best = BestExperts.of(domains.shares(), QUARTER);
            descriptions.add(property("own-quarter", best.own(domains.shares())));
            descriptions.add(property("other-quarters", best.others(domains.shares())));
        }
        for (int one = 0; one < domains.count() && domains.count() <= MOST_COMPARED; one++) {
            for (int other = one + 1; other < domains.count(); other++) {
                descriptions.add(
                        new Description(
                                Subject.layer()
                                        .and(Subject.PROPERTY, "divergence")
                                        .and("domain", domains.names().get(one))
                                        .and("from", domains.names().get(other)),
                                domains.divergence(one, other)));
            }
        }
        return descriptions;
    }

    private static Description property(String name, double value) {
        return new Description(Subject.layer().and(Subject.PROPERTY, name), value);
    }
}
