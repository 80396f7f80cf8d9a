package dev.ramify.plugins.metrics.lesion;

import dev.ramify.api.metric.Lesions.Replacement;
import dev.ramify.api.option.Option;

/**
 * How branches are silenced.
 *
 * @param replacement what their units give instead
 * @param shapley whether all sets of branches are silenced for Shapley values
 */
public record LesionOptions(
        @Option(
                        value =
                                "what silenced units give instead: zero, mean (over the samples) or resample (their value on another sample)",
                        defaultValue = "mean")
                Replacement replacement,
        @Option(
                        value =
                                "whether every set of branches is silenced for exact Shapley values, with up to 8 branches",
                        defaultValue = "true")
                boolean shapley) {}
