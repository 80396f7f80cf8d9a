package dev.ramify.core.statistics;

/** Says that a metric broke its contract or threw: a mistake in the plugin, not in the data. */
public final class MetricFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MetricFailedException(String metric, String layer, String problem) {
        super(message(metric, layer, problem));
    }

    MetricFailedException(String metric, String layer, Throwable cause) {
        super(message(metric, layer, cause.toString()), cause);
    }

    private static String message(String metric, String layer, String problem) {
        return "metric '%s' failed on layer '%s': %s; this is a mistake in its plugin"
                .formatted(metric, layer, problem);
    }
}
