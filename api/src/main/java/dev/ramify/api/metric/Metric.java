package dev.ramify.api.metric;

import dev.ramify.api.plugin.Extension;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a study can measure: something of each of its networks, or something of several together.
 *
 * @param <O> the record of its options
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public sealed interface Metric<O extends Record> extends Extension<O>
        permits SpecializationMetric, StudyMetric {

    /** Declare needs, null, range and pitfalls. */
    MetricProfile profile();

    /**
     * Say why a layer of this form can give no value, so that nobody has to train a network to
     * learn it; empty if nothing speaks against it. What the profile needs has been checked before.
     *
     * @throws dev.ramify.api.option.InvalidOptionException if an option does not fit
     */
    default Optional<String> obstacle(Outlook outlook, O options) {
        return Optional.empty();
    }
}
