package dev.ramify.core.pipeline.spec;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import dev.ramify.core.pipeline.binding.ChosenBy;

/** How weights follow gradients. */
@ChosenBy("type")
public sealed interface OptimizerSpec {

    /** Return the learning rate at the height of the schedule. */
    double rate();

    /** Stochastic gradient descent. */
    @Choice(value = "sgd", summary = "stochastic gradient descent with momentum")
    record Sgd(
            @Option(value = "learning rate", defaultValue = "0.05", min = 0, max = 1000)
                    double rate,
            @Option(
                            value = "part of the last step that is kept",
                            defaultValue = "0.9",
                            min = 0,
                            max = 1)
                    double momentum)
            implements OptimizerSpec {
        public Sgd {
            checkRate(rate);
            checkBelowOne("momentum", momentum);
        }
    }

    /** Adam. */
    @Choice(value = "adam", summary = "Adam (Kingma and Ba 2014)")
    record Adam(
            @Option(value = "learning rate", defaultValue = "0.001", min = 0, max = 1000)
                    double rate,
            @Option(
                            value = "decay of the mean of gradients",
                            defaultValue = "0.9",
                            min = 0,
                            max = 1)
                    double beta1,
            @Option(
                            value = "decay of the mean of squared gradients",
                            defaultValue = "0.999",
                            min = 0,
                            max = 1)
                    double beta2,
            @Option(
                            value = "added to the root of the latter",
                            defaultValue = "1e-8",
                            min = 0,
                            max = 1)
                    double epsilon)
            implements OptimizerSpec {
        public Adam {
            checkAdam(rate, beta1, beta2, epsilon);
        }
    }

    /** Adam with decoupled weight decay. */
    @Choice(
            value = "adamw",
            summary = "Adam with decoupled weight decay (Loshchilov and Hutter 2017)")
    record AdamW(
            @Option(value = "learning rate", defaultValue = "0.001", min = 0, max = 1000)
                    double rate,
            @Option(
                            value = "decay of the mean of gradients",
                            defaultValue = "0.9",
                            min = 0,
                            max = 1)
                    double beta1,
            @Option(
                            value = "decay of the mean of squared gradients",
                            defaultValue = "0.999",
                            min = 0,
                            max = 1)
                    double beta2,
            @Option(
                            value = "added to the root of the latter",
                            defaultValue = "1e-8",
                            min = 0,
                            max = 1)
                    double epsilon)
            implements OptimizerSpec {
        public AdamW {
            checkAdam(rate, beta1, beta2, epsilon);
        }
    }

    private static void checkAdam(double rate, double beta1, double beta2, double epsilon) {
        checkRate(rate);
        checkBelowOne("beta1", beta1);
        checkBelowOne("beta2", beta2);
        if (epsilon == 0) {
            throw new InvalidOptionException("epsilon", "must be greater than 0, found 0");
        }
    }

    private static void checkRate(double rate) {
        if (rate == 0) {
            throw new InvalidOptionException("rate", "must be greater than 0, found 0");
        }
    }

    private static void checkBelowOne(String option, double value) {
        if (value == 1) {
            throw new InvalidOptionException(option, "must be less than 1, found 1");
        }
    }
}
