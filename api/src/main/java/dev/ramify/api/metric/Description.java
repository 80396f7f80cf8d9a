package dev.ramify.api.metric;

import org.apiguardian.api.API;

/**
 * A value that describes a network and is not compared with chance.
 *
 * @param subject what it is about
 * @param value the value, finite
 * @param phrase what was observed, in words; may be empty
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Description(Subject subject, double value, String phrase) {

    public Description {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    "a description is a finite number, found %s of %s".formatted(value, subject));
        }
    }

    /** Create one that needs no words. */
    public Description(Subject subject, double value) {
        this(subject, value, "");
    }
}
