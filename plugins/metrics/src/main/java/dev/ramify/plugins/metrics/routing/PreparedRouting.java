package dev.ramify.plugins.metrics.routing;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.plugins.metrics.wording.Print;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Gates do not depend on which unit is in which branch, so neither does any value. */
final class PreparedRouting implements PreparedMetric {

    private final GateShares shares;
    private final List<String> branches;

    PreparedRouting(GateShares shares, List<String> branches) {
        this.shares = shares;
        this.branches = branches;
        if (shares.joint().length < 2) {
            throw new UndefinedMetricException(
                    "at least 2 classes or levels need samples, found " + shares.joint().length);
        }
    }

    @Override
    public List<Subject> subjects() {
        return List.of(Subject.layer());
    }

    @Override
    public double[] score(Assignment assignment) {
        return new double[] {shares.information()};
    }

    @Override
    public double[] ceiling(Assignment assignment) {
        return new double[] {Math.min(shares.classEntropy(), shares.loadEntropy())};
    }

    @Override
    public String phrase(int subject, Assignment assignment) {
        StringJoiner loads = new StringJoiner(", ", "load ", "");
        for (int b = 0; b < branches.size(); b++) {
            loads.add(branches.get(b) + " " + Print.percent(shares.load()[b]));
        }
        return shares.unrouted() == 0
                ? loads.toString()
                : "%s; %d samples without gates left out".formatted(loads, shares.unrouted());
    }

    @Override
    public List<Description> descriptions() {
        List<Description> descriptions = new ArrayList<>();
        add(descriptions, "collapse", shares.collapse());
        add(descriptions, "worst", shares.worst());
        add(descriptions, "load-entropy", shares.loadEntropy() / Math.log(branches.size()));
        add(descriptions, "load-gini", shares.loadGini());
        if (shares.isSquare()) {
            add(descriptions, "alignment", shares.alignment());
        }
        return descriptions;
    }

    private static void add(List<Description> descriptions, String property, double value) {
        descriptions.add(new Description(Subject.layer().and(Subject.PROPERTY, property), value));
    }
}
