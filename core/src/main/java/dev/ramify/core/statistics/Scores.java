package dev.ramify.core.statistics;

import dev.ramify.api.metric.PreparedMetric;
import dev.ramify.api.recording.Assignment;

/**
 * Asks a metric for values, checking that it keeps its contract.
 *
 * @param metric name of the metric, for messages
 * @param layer name of the layer, for messages
 * @param prepared the metric
 */
record Scores(String metric, String layer, PreparedMetric prepared) {

    int subjects() {
        int count = prepared.subjects().size();
        if (count == 0) {
            throw new MetricFailedException(metric, layer, "it lists no subject");
        }
        return count;
    }

    double[] values(Assignment assignment) {
        return checked("score", prepared.score(assignment));
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
        if (values.length != prepared.subjects().size()) {
            throw new MetricFailedException(
                    metric,
                    layer,
                    "%s gave %d values for %d subjects"
                            .formatted(method, values.length, prepared.subjects().size()));
        }
        return values;
    }

    private MetricFailedException missing() {
        return new MetricFailedException(
                metric, layer, "exactP is there for some assignments but not for all");
    }
}
