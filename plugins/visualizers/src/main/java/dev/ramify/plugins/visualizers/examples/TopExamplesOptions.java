package dev.ramify.plugins.visualizers.examples;

import dev.ramify.api.option.Option;
import org.jspecify.annotations.Nullable;

/**
 * The options of top examples.
 *
 * @param layer name of the layer; null for the first recorded one with activations
 * @param units greatest number of units shown of each branch
 * @param examples number of samples shown of each unit
 * @param controls whether variants that are controls are shown, too
 */
public record TopExamplesOptions(
        @Option(
                        value = "Layer that is shown; without it, the first recorded one",
                        example = "conv1")
                @Nullable String layer,
        @Option(
                        value = "Greatest number of units shown of each branch",
                        defaultValue = "6",
                        min = 1,
                        max = 64)
                int units,
        @Option(
                        value = "Number of samples shown of each unit",
                        defaultValue = "8",
                        min = 1,
                        max = 32)
                int examples,
        @Option(value = "Whether variants that are controls are shown, too", defaultValue = "false")
                boolean controls) {}
