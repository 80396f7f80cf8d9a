package dev.ramify.api.metric;

import org.apiguardian.api.API;

/**
 * Says that the data allow no value, and why. The measurement is then reported as undefined with
 * this reason.
 *
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class UndefinedMetricException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param reason what is missing or degenerate, what was found and what would be needed
     */
    public UndefinedMetricException(String reason) {
        super(reason);
    }
}
