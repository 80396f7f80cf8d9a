package dev.ramify.plugins.metrics.probe;

import dev.ramify.api.option.Option;
import java.util.List;

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
                        value = "what is read out of a branch: factors or classes",
                        defaultValue = "factors")
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
}
