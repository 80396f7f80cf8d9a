package dev.ramify.api.metric;

import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * One value of one metric in one network, with what chance gives.
 *
 * @param metric id of the metric
 * @param layer name of the layer
 * @param subject what the value is about
 * @param outcome the value and its test, or why there is none
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Measurement(String metric, String layer, Subject subject, Outcome outcome) {

    /** A value, or the reason why there is none. */
    public sealed interface Outcome permits Defined, Undefined, Failed {}

    /**
     * A value with its test.
     *
     * @param value what the metric gave
     * @param chance what the null gave; null where the metric has none
     * @param z standardized distance from the null mean; null without null or where the null does
     *     not vary
     * @param p probability under the null of a value at least as extreme, never below {@code 1 / (n
     *     + 1)} unless exact; null without null
     * @param pAdjusted the same, corrected over the subjects of the metric in this layer by their
     *     smallest p or greatest standardized value in each shuffle; null without null
     * @param exact whether {@code p} is exact rather than sampled
     * @param effect bias-corrected size in the direction of the tail: 0 at the null mean, 1 at the
     *     greatest value possible or beyond; null where there is none
     * @param effectNote why there is no effect; empty where there is one or there is no null
     * @param phrase what was observed, in words; may be empty
     */
    public record Defined(
            double value,
            @Nullable NullSummary chance,
            @Nullable Double z,
            @Nullable Double p,
            @Nullable Double pAdjusted,
            boolean exact,
            @Nullable Double effect,
            String effectNote,
            String phrase)
            implements Outcome {

        /** Create one whose effect, or lack of one, needs no words. */
        public Defined(
                double value,
                @Nullable NullSummary chance,
                @Nullable Double z,
                @Nullable Double p,
                @Nullable Double pAdjusted,
                boolean exact,
                @Nullable Double effect,
                String phrase) {
            this(value, chance, z, p, pAdjusted, exact, effect, "", phrase);
        }
    }

    /**
     * No value.
     *
     * @param reason what is missing or degenerate
     */
    public record Undefined(String reason) implements Outcome {}

    /**
     * No value, for the metric broke its contract, threw, or ran out of memory. It is measured
     * again the next time.
     *
     * @param reason what went wrong
     */
    public record Failed(String reason) implements Outcome {}

    /** Return the value with its test, if there is one. */
    public Optional<Defined> defined() {
        return outcome instanceof Defined value ? Optional.of(value) : Optional.empty();
    }
}
