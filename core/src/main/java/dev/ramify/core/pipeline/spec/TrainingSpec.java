package dev.ramify.core.pipeline.spec;

import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import org.jspecify.annotations.Nullable;

/** How every network is trained. */
public record TrainingSpec(
        @Option(
                        value =
                                "learn the `classes` (softmax cross-entropy) or the `factors` (binary cross-entropy for each level of each factor)",
                        defaultValue = "classes")
                Objective objective,
        @Option(
                        value = "passes over the training images",
                        defaultValue = "10",
                        min = 1,
                        max = 100_000)
                int epochs,
        @Option(value = "images per step", defaultValue = "64", min = 1, max = 65_536) int batch,
        @Option(value = "how weights follow gradients", defaultValue = "{type: adam}")
                OptimizerSpec optimizer,
        @Option(value = "how the learning rate changes", defaultValue = "{type: constant}")
                ScheduleSpec schedule,
        @Option(
                        value =
                                "decay of weights: added to the gradient as L2 for `sgd` and `adam`, decoupled for `adamw`",
                        defaultValue = "0",
                        min = 0,
                        max = 1)
                double weightDecay,
        @Option(
                        value =
                                "factor of the deviation of first weights, which is He's (2015) at 1; smaller weights make features be learned rather than found",
                        defaultValue = "1",
                        min = 0,
                        max = 100)
                double initialGain,
        @Option(value = "greatest norm of the gradient of all weights; none if left out", min = 0)
                @Nullable Double clip) {

    public TrainingSpec {
        if (initialGain == 0) {
            throw new InvalidOptionException("initialGain", "must be greater than 0, found 0");
        }
        if (clip != null && clip == 0) {
            throw new InvalidOptionException("clip", "must be greater than 0, found 0");
        }
        if (schedule.warmUp() > epochs) {
            throw new InvalidOptionException(
                    "schedule",
                    "a warm-up of %.4g epochs is longer than the %d epochs of training"
                            .formatted(schedule.warmUp(), epochs));
        }
    }
}
