package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The closest partners. */
final class PreparedCoactivation implements PreparedMetric {

    private static final int MOST_PAIRS = 8;

    private final Coactivations counts;
    private final List<String> names;
    private final int[] used;

    PreparedCoactivation(Coactivations counts, List<String> names) {
        this.counts = counts;
        this.names = names;
        this.used = IntStream.range(0, counts.experts()).filter(counts::isUsed).toArray();
        if (used.length < 2) {
            throw new UndefinedMetricException(
                    "%d experts were chosen; at least 2 are needed".formatted(used.length));
        }
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {
            IntStream.of(used).mapToDouble(this::closestShare).average().orElseThrow()
        };
    }

    private double closestShare(int expert) {
        return counts.share(expert, counts.closest(expert));
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        return "the closest partner of each expert; any partner %s where all are used alike"
                .formatted(Print.twoDecimals(counts.chance()));
    }

    @Override
    public List<Description> descriptions() {
        List<Description> descriptions = new ArrayList<>();
        descriptions.add(
                new Description(Subject.layer().and(Subject.PROPERTY, "chance"), counts.chance()));
        IntStream.of(used)
                .boxed()
                .sorted(Comparator.comparingDouble(expert -> -closestShare(expert)))
                .limit(MOST_PAIRS)
                .forEach(expert -> descriptions.add(closest(expert)));
        return descriptions;
    }

    private Description closest(int expert) {
        int partner = counts.closest(expert);
        return new Description(
                Subject.pair(names.get(expert), names.get(partner)),
                counts.share(expert, partner),
                "%s times as often as by their loads"
                        .formatted(Print.twoDecimals(counts.lift(expert, partner))));
    }
}
