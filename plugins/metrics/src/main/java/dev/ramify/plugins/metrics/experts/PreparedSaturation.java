package dev.ramify.plugins.metrics.experts;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.Arrays;
import java.util.List;

/** The agreement with the final checkpoint. */
record PreparedSaturation(Overlaps overlaps) implements PreparedMetric {

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {overlaps.mean()};
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        String chance = "chance %s".formatted(Print.twoDecimals(overlaps.byLoad()));
        double[] groups = overlaps.ofGroups();
        if (groups.length < 2) {
            return chance;
        }
        double mean = Arrays.stream(groups).average().orElseThrow();
        double squares = Arrays.stream(groups).map(each -> (each - mean) * (each - mean)).sum();
        return "%s; over %d groups %s, standard deviation %s"
                .formatted(
                        chance,
                        groups.length,
                        Print.twoDecimals(mean),
                        Print.twoDecimals(Math.sqrt(squares / (groups.length - 1))));
    }

    @Override
    public List<Description> descriptions() {
        return List.of(
                new Description(Subject.layer().and(Subject.PROPERTY, "chance"), overlaps.alike()),
                new Description(
                        Subject.layer().and(Subject.PROPERTY, "chance-by-load"),
                        overlaps.byLoad()));
    }
}
