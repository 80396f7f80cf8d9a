package dev.ramify.core.network;

import dev.ramify.api.architecture.Architecture;
import dev.ramify.core.pipeline.spec.DatasetSpec;
import dev.ramify.core.pipeline.spec.InputSpec;
import dev.ramify.core.pipeline.spec.TrainingSpec;

/**
 * One network to train, whole or in part: the unit of work of a study and of a trial of a search.
 *
 * @param architecture of the network
 * @param dataset what it is shown
 * @param input what is done to images before
 * @param training how it is trained; its epochs are the horizon, over which the learning rate
 *     changes
 * @param seed where its randomness comes from
 * @param budget number of epochs to train now, between 0 and the horizon; a job of the same horizon
 *     and a greater budget goes on where this one ended
 */
public record TrainingJob(
        Architecture architecture,
        DatasetSpec dataset,
        InputSpec input,
        TrainingSpec training,
        long seed,
        int budget) {

    public TrainingJob {
        if (budget < 0 || budget > training.epochs()) {
            throw new IllegalArgumentException(
                    "the budget must be between 0 and the horizon of %d epochs, found %d"
                            .formatted(training.epochs(), budget));
        }
    }

    /** Return the number of epochs over which the learning rate changes. */
    public int horizon() {
        return training.epochs();
    }

    /** Return the same job with another budget. */
    public TrainingJob withBudget(int epochs) {
        return new TrainingJob(architecture, dataset, input, training, seed, epochs);
    }
}
