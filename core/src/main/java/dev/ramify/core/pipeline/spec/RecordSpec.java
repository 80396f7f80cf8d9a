package dev.ramify.core.pipeline.spec;

import dev.ramify.api.option.Option;
import java.util.List;

/** Which activations are kept for the metrics. */
public record RecordSpec(
        @Option(
                        value =
                                "names of the layers; empty for all layers that some variant divides between branches",
                        defaultValue = "[]",
                        example = "[conv1]")
                List<String> layers,
        @Option(value = "test images to record", defaultValue = "1000", min = 2, max = 10_000_000)
                int samples,
        @Option(
                        value = "what a unit's map becomes: the `mean` or the `max` over positions",
                        defaultValue = "mean")
                Reduction reduce,
        @Option(
                        value =
                                "whether values are taken after the `activation` function or before it",
                        defaultValue = "activation")
                Point point) {

    public RecordSpec {
        layers = List.copyOf(layers);
    }

    /** What the map of a unit becomes. */
    public enum Reduction {
        /** The mean over positions. */
        MEAN,
        /** The greatest value over positions. */
        MAX
    }

    /** Where values are taken. */
    public enum Point {
        /** After the activation function. */
        ACTIVATION,
        /** What the layer itself gives. */
        PREACTIVATION
    }
}
