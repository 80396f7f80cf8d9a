package dev.ramify.plugins.metrics.consistency;

import dev.ramify.api.metric.Outlook;
import dev.ramify.api.option.Option;
import dev.ramify.plugins.metrics.samples.Grouping;
import java.util.List;
import java.util.Optional;

/**
 * By what the work of branches is described.
 *
 * @param by whether branches are told apart by factors or by classes
 * @param factors names of the factors that count
 */
public record ConsistencyOptions(
        @Option(
                        value =
                                "what the work of a branch is described by: factors, classes, or what is known: factors, or classes where some data have no factors",
                        defaultValue = "known")
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

    /** Say what work is described by where every network knows at least so many factors. */
    Basis by(int knownFactors) {
        if (by != Basis.KNOWN) {
            return by;
        }
        return knownFactors > 0 || !factors.isEmpty() ? Basis.FACTORS : Basis.CLASSES;
    }

    /** Say what speaks against a description, before there are any samples. */
    Optional<String> obstacle(Outlook outlook) {
        return by(outlook.factors().size()) == Basis.FACTORS
                ? Grouping.lackOfFactors(outlook, factors, 2, "by: classes")
                : Grouping.lackOfClasses(outlook);
    }

    /** What the work of a branch is described by. */
    public enum Basis {
        /** Factors, or classes where some data have no factors. */
        KNOWN,
        /** How much of the variance of its units each factor explains. */
        FACTORS,
        /** How much of it each class explains, against all others. */
        CLASSES
    }
}
