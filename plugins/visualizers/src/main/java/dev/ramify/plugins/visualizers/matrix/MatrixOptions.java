package dev.ramify.plugins.visualizers.matrix;

import dev.ramify.api.option.Option;

/**
 * The options of figures that show a matrix.
 *
 * @param controls whether variants that are controls are shown, too
 */
public record MatrixOptions(
        @Option(value = "Whether variants that are controls are shown, too", defaultValue = "false")
                boolean controls) {}
