package dev.ramify.plugins.metrics.probe;

import dev.ramify.api.metric.Outlook;
import dev.ramify.api.option.Option;
import dev.ramify.plugins.metrics.samples.Grouping;
import java.util.List;
import java.util.Optional;

/**
 * What is read out, and how.
 *
 * @param targets what is read out
 * @param factors names of the factors that count, all of them if empty
 * @param folds number of folds of the cross-validation
 * @param penalty of the ridge regression
 */
public record ProbeOptions(
        @Option(
                        value =
                                "what is read out of a branch: factors, classes, or what is known: factors, or classes where the data have no factors",
                        defaultValue = "known")
                ProbeTargets targets,
        @Option(
                        value = "factors of the dataset that count; all of them if empty",
                        defaultValue = "[]",
                        example = "[colour, frequency]")
                List<String> factors,
        @Option(
                        value = "number of folds of the cross-validation",
                        defaultValue = "5",
                        min = 2,
                        max = 20)
                int folds,
        @Option(
                        value =
                                "penalty of the ridge regression, in units of the variance of one unit",
                        defaultValue = "0.01",
                        min = 1e-6,
                        max = 1e6)
                double penalty) {

    public ProbeOptions {
        factors = List.copyOf(factors);
    }

    /** Say what is read out where so many factors are known. */
    ProbeTargets targets(int knownFactors) {
        if (targets != ProbeTargets.KNOWN) {
            return targets;
        }
        return knownFactors > 0 || !factors.isEmpty() ? ProbeTargets.FACTORS : ProbeTargets.CLASSES;
    }

    /** Say what speaks against a readout, before there are any samples. */
    Optional<String> obstacle(Outlook outlook) {
        return targets(outlook.factors().size()) == ProbeTargets.FACTORS
                ? Grouping.lackOfFactors(outlook, factors, 1, "targets: classes")
                : Grouping.lackOfClasses(outlook);
    }
}
