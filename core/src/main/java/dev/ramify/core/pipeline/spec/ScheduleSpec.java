package dev.ramify.core.pipeline.spec;

import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import dev.ramify.core.pipeline.binding.ChosenBy;

/** How the learning rate changes while training. */
@ChosenBy("type")
public sealed interface ScheduleSpec {

    /** Return the number of epochs, or the part of one, in which the rate rises from 0. */
    double warmUp();

    /** The same rate throughout. */
    @Choice(value = "constant", summary = "the same rate after the warm-up")
    record Constant(
            @Option(
                            value = "epochs in which the rate rises from 0",
                            defaultValue = "0",
                            min = 0,
                            max = 100_000)
                    double warmUp)
            implements ScheduleSpec {}

    /** A rate that falls in steps. */
    @Choice(value = "step", summary = "the rate is multiplied by a factor at equal distances")
    record Step(
            @Option(
                            value = "epochs in which the rate rises from 0",
                            defaultValue = "0",
                            min = 0,
                            max = 100_000)
                    double warmUp,
            @Option(value = "epochs between two steps", min = 1, max = 100_000, example = "10")
                    int every,
            @Option(
                            value = "what the rate is multiplied by",
                            defaultValue = "0.1",
                            min = 0,
                            max = 1)
                    double factor)
            implements ScheduleSpec {}

    /** A rate that falls along half a cosine. */
    @Choice(
            value = "cosine",
            summary = "the rate falls along half a cosine (Loshchilov and Hutter 2016)")
    record Cosine(
            @Option(
                            value = "epochs in which the rate rises from 0",
                            defaultValue = "0",
                            min = 0,
                            max = 100_000)
                    double warmUp,
            @Option(
                            value = "part of the rate that is left at the end",
                            defaultValue = "0",
                            min = 0,
                            max = 1)
                    double floor)
            implements ScheduleSpec {}
}
