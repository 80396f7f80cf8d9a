package dev.ramify.plugins.metrics.selectivity;

import dev.ramify.api.option.Option;
import java.util.List;

/**
 * Which factors count.
 *
 * @param factors their names; all of them if empty
 */
public record FactorOptions(
        @Option(
                        value = "factors of the dataset that count; all of them if empty",
                        defaultValue = "[]",
                        example = "[colour, frequency]")
                List<String> factors) {

    public FactorOptions {
        factors = List.copyOf(factors);
    }
}
