package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Leaves out one group after another. */
final class PreparedTransfer implements PreparedMetric {

    private final GroupCounts counts;
    private final double part;
    private final int[] groupsOf;

    PreparedTransfer(GroupCounts counts, double part) {
        this.counts = counts;
        this.part = part;
        Domains.of(counts);
        groupsOf = new int[counts.classes().size()];
        Arrays.stream(counts.classOf()).forEach(domain -> groupsOf[domain]++);
        if (Arrays.stream(groupsOf).allMatch(size -> size < 2)) {
            throw new UndefinedMetricException(
                    "no domain has 2 groups, one of which could be held out; totals of domains do not suffice");
        }
    }

    @Override
    public Optional<PreparedMetric> forShuffle(MetricInput shuffled) {
        return Optional.of(new PreparedTransfer(counts.relabelled(shuffled), part));
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        double[][] sums = new double[groupsOf.length][counts.columns()];
        for (int group = 0; group < counts.groups(); group++) {
            add(sums[counts.classOf()[group]], counts.counts()[group], 1);
        }
        boolean[][] sets = BestExperts.of(sums, part).sets();
        double[] hits = new double[groupsOf.length];
        for (int group = 0; group < counts.groups(); group++) {
            int own = counts.classOf()[group];
            if (groupsOf[own] >= 2) {
                long[] held = counts.counts()[group];
                double[] rest = sums[own].clone();
                add(rest, held, -1);
                hits[own] += hit(held, own, BestExperts.best(rest, part), sets) / groupsOf[own];
            }
        }
        double sum = 0;
        int domains = 0;
        for (int domain = 0; domain < hits.length; domain++) {
            sum += hits[domain];
            domains += groupsOf[domain] >= 2 ? 1 : 0;
        }
        return new double[] {sum / domains};
    }

    private static void add(double[] sum, long[] row, int sign) {
        for (int column = 0; column < row.length; column++) {
            sum[column] += sign * row[column];
        }
    }

    /**
     * Return 1 for a hit, and a part of it where sets of several domains have the greatest share.
     */
    private double hit(long[] held, int own, boolean[] ownSet, boolean[][] sets) {
        long covered = coverage(held, ownSet);
        int equal = 1;
        for (int domain = 0; domain < sets.length; domain++) {
            if (domain != own && groupsOf[domain] > 0) {
                long other = coverage(held, sets[domain]);
                if (other > covered) {
                    return 0;
                }
                equal += other == covered ? 1 : 0;
            }
        }
        return 1. / equal;
    }

    private static long coverage(long[] held, boolean[] set) {
        long sum = 0;
        for (int expert = 0; expert < held.length; expert++) {
            sum += set[expert] ? held[expert] : 0;
        }
        return sum;
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {1};
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        long domains = Arrays.stream(groupsOf).filter(size -> size > 0).count();
        return "%d groups of %d domains, %d experts a set"
                .formatted(
                        counts.groups(), domains, Math.max(1, Math.round(part * counts.columns())));
    }
}
