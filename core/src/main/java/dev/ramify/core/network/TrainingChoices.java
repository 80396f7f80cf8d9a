package dev.ramify.core.network;

import dev.ramify.api.data.Dataset;
import dev.ramify.core.engine.optimization.OptimizerSpec;
import dev.ramify.core.engine.optimization.Schedule;
import dev.ramify.core.pipeline.spec.InputSpec;
import dev.ramify.core.pipeline.spec.Objective;
import dev.ramify.core.pipeline.spec.OptimizerSpec.Adam;
import dev.ramify.core.pipeline.spec.OptimizerSpec.AdamW;
import dev.ramify.core.pipeline.spec.OptimizerSpec.Sgd;
import dev.ramify.core.pipeline.spec.ScheduleSpec;
import dev.ramify.core.pipeline.spec.TrainingSpec;
import dev.ramify.core.training.Augmentation;
import dev.ramify.core.training.Input;
import dev.ramify.core.training.Standardization;
import dev.ramify.core.training.Targets;
import dev.ramify.core.training.TrainingOptions;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Turns what a pipeline says of training into what the trainer takes. */
final class TrainingChoices {

    private TrainingChoices() {}

    static TrainingOptions options(TrainingSpec spec) {
        return new TrainingOptions(
                spec.epochs(),
                spec.batch(),
                optimizer(spec),
                spec.optimizer().rate(),
                schedule(spec),
                spec.schedule().warmUp(),
                spec.clip() == null ? OptionalDouble.empty() : OptionalDouble.of(spec.clip()));
    }

    private static OptimizerSpec optimizer(TrainingSpec spec) {
        double decay = spec.weightDecay();
        if (spec.optimizer() instanceof Sgd sgd) {
            return new OptimizerSpec.Sgd(sgd.momentum(), decay);
        }
        if (spec.optimizer() instanceof Adam adam) {
            return new OptimizerSpec.Adam(adam.beta1(), adam.beta2(), adam.epsilon(), decay, false);
        }
        AdamW adam = (AdamW) spec.optimizer();
        return new OptimizerSpec.Adam(adam.beta1(), adam.beta2(), adam.epsilon(), decay, true);
    }

    private static Schedule schedule(TrainingSpec spec) {
        ScheduleSpec schedule = spec.schedule();
        if (schedule instanceof ScheduleSpec.Step step) {
            double epochs = spec.epochs() - step.warmUp();
            return new Schedule.Step(epochs / step.every(), step.factor());
        }
        if (schedule instanceof ScheduleSpec.Cosine cosine) {
            return new Schedule.Cosine(cosine.floor());
        }
        return new Schedule.Constant();
    }

    static Input input(InputSpec spec, TrainingSpec training, Dataset dataset) {
        return new Input(
                dataset.shape(),
                spec.standardize()
                        ? Standardization.of(dataset.shape(), dataset.train())
                        : Standardization.none(dataset.shape()),
                new Augmentation(spec.crop(), spec.flip()),
                targets(training, dataset));
    }

    private static Targets targets(TrainingSpec training, Dataset dataset) {
        if (training.objective() == Objective.CLASSES) {
            return Targets.classes(dataset);
        }
        return Targets.factors(
                dataset, IntStream.range(0, dataset.factors().size()).boxed().toList());
    }
}
