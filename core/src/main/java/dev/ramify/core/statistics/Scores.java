package dev.ramify.core.statistics;

import dev.ramify.api.metric.Description;
import dev.ramify.api.metric.PreparedInBatches;
import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.metric.Subject;
import dev.ramify.api.metric.UnitColumn;
import dev.ramify.api.recording.Assignment;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Asks a metric for values, checking that it keeps its contract. */
final class Scores {

    private final String metric;
    private final String layer;
    private final PreparedMetric prepared;
    private final List<Subject> subjects;

    /**
     * @param metric name of the metric, for messages
     * @param layer name of the layer, for messages
     * @param prepared the metric
     */
    Scores(String metric, String layer, PreparedMetric prepared) {
        this.metric = metric;
        this.layer = layer;
        this.prepared = prepared;
        this.subjects = List.copyOf(prepared.subjects());
        if (subjects.isEmpty() || Set.copyOf(subjects).size() < subjects.size()) {
            throw new MetricFailedException(
                    metric, layer, "subjects must be distinct, at least one; found " + subjects);
        }
    }

    PreparedMetric prepared() {
        return prepared;
    }

    List<Subject> subjects() {
        return subjects;
    }

    /** Return what was found out about single units: one value for each of them. */
    List<UnitColumn> unitColumns(int units) {
        List<UnitColumn> columns = prepared.unitColumns();
        for (UnitColumn column : columns) {
            if (column.size() != units) {
                throw new MetricFailedException(
                        metric,
                        layer,
                        "the unit column '%s' has %d values for %d units"
                                .formatted(column.name(), column.size(), units));
            }
        }
        return columns;
    }

    /** Return what is not compared with chance, about other subjects than what is. */
    List<Description> descriptions() {
        List<Description> descriptions = prepared.descriptions();
        Set<Subject> seen = new HashSet<>(subjects);
        for (Description each : descriptions) {
            if (!seen.add(each.subject())) {
                throw new MetricFailedException(
                        metric, layer, "the subject '%s' comes twice".formatted(each.subject()));
            }
        }
        return descriptions;
    }

    double[] values(Assignment assignment) {
        return checked("score", prepared.score(assignment));
    }

    /** Tell whether several divisions are best scored together. */
    boolean inBatches() {
        return prepared instanceof PreparedInBatches;
    }

    /** Score several divisions, together if the metric knows how. */
    List<double[]> values(List<Assignment> assignments) {
        if (!(prepared instanceof PreparedInBatches batches)) {
            return assignments.stream().map(this::values).toList();
        }
        List<double[]> values = batches.scores(assignments);
        if (values.size() != assignments.size()) {
            throw new MetricFailedException(
                    metric,
                    layer,
                    "scores gave %d arrays for %d divisions"
                            .formatted(values.size(), assignments.size()));
        }
        values.forEach(each -> checked("scores", each));
        return values;
    }

    double[] ceilings(Assignment assignment) {
        return checked("ceiling", prepared.ceiling(assignment));
    }

    /** Return exact p values. Only asked for where the metric has them. */
    double[] exactP(Assignment assignment) {
        return checked("exactP", prepared.exactP(assignment).orElseThrow(this::missing));
    }

    boolean hasExactP(Assignment assignment) {
        return prepared.exactP(assignment).isPresent();
    }

    private double[] checked(String method, double[] values) {
        if (values.length != subjects.size()) {
            throw new MetricFailedException(
                    metric,
                    layer,
                    "%s gave %d values for %d subjects"
                            .formatted(method, values.length, subjects.size()));
        }
        return values;
    }

    private MetricFailedException missing() {
        return new MetricFailedException(
                metric, layer, "exactP is there for some assignments but not for all");
    }
}
