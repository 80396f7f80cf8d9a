package dev.ramify.plugins.metrics.consistency;

import dev.ramify.api.option.Option;
import java.util.List;

/**
 * By what the work of branches is described.
 *
 * @param by whether branches are told apart by factors or by classes
 * @param factors names of the factors that count
 */
public record ConsistencyOptions(
        @Option(
                        value = "what the work of a branch is described by: factors or classes",
                        defaultValue = "factors")
                Basis by,
        @Option(
                        value =
                                "factors that count; if empty, all that the data of every network have",
                        defaultValue = "[]",
                        example = "[colour, frequency]")
                List<String> factors) {

    public ConsistencyOptions {
        factors = List.copyOf(factors);
    }

    /** What the work of a branch is described by. */
    public enum Basis {
        /** How much of the variance of its units each factor explains. */
        FACTORS,
        /** How much of it each class explains, against all others. */
        CLASSES
    }
}
