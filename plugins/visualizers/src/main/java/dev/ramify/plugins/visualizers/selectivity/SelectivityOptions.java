package dev.ramify.plugins.visualizers.selectivity;

import dev.ramify.api.option.Option;
import org.jspecify.annotations.Nullable;

/**
 * The options of the selectivity figure.
 *
 * @param layer name of the layer; null for the first recorded one with activations
 * @param by what samples are grouped by
 * @param permutations how often units are dealt anew
 * @param controls whether variants that are controls are shown, too
 */
public record SelectivityOptions(
        @Option(
                        value = "Layer that is shown; without it, the first recorded one",
                        example = "conv1")
                @Nullable String layer,
        @Option(
                        value = "What samples are grouped by: `class`, or the name of a factor",
                        defaultValue = "class")
                String by,
        @Option(
                        value = "How often units are dealt anew to see what chance gives",
                        defaultValue = "999",
                        min = 99,
                        max = 99999)
                int permutations,
        @Option(value = "Whether variants that are controls are shown, too", defaultValue = "false")
                boolean controls) {}
