package dev.ramify.core.training;

import dev.ramify.core.engine.optimization.OptimizerSpec;
import dev.ramify.core.engine.optimization.Schedule;
import java.util.OptionalDouble;

/**
 * How a network is trained.
 *
 * @param epochs number of passes over the training images, at least 1
 * @param batch number of images in a step, at least 1
 * @param optimizer with its constants
 * @param rate base learning rate, positive
 * @param schedule of the learning rate
 * @param warmUp number of epochs over which the rate rises at first, at least 0
 * @param clip greatest norm of all gradients together, if there is one
 */
public record TrainingOptions(
        int epochs,
        int batch,
        OptimizerSpec optimizer,
        double rate,
        Schedule schedule,
        double warmUp,
        OptionalDouble clip) {}
