package dev.ramify.core.trunk;

import dev.ramify.api.architecture.Node;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Choice;
import org.jspecify.annotations.Nullable;

/** Dropout of values and of branches. */
public sealed interface DropoutSpec extends LayerSpec.Simple {

    /** Dropout of single values. */
    @Choice(value = "dropout", summary = "dropout of single values while training")
    record Dropout(
            @Option("name of the layer") @Nullable String name,
            @Option(
                            value = "probability that a value is set to zero, below 1",
                            defaultValue = "0.5",
                            min = 0,
                            max = 1)
                    double rate)
            implements DropoutSpec {

        @Override
        public Node node(LayerNames names) {
            return new dev.ramify.api.architecture.Dropout(names.orNext(name, "drop"), rate);
        }
    }

    /** Dropout of whole branches. */
    @Choice(
            value = "branch-dropout",
            summary = "dropout of all values of a sample in this branch, while training")
    record BranchDropout(
            @Option("name of the layer") @Nullable String name,
            @Option(
                            value = "probability that a sample's values are set to zero, below 1",
                            defaultValue = "0.1",
                            min = 0,
                            max = 1)
                    double rate)
            implements DropoutSpec {

        @Override
        public Node node(LayerNames names) {
            return new dev.ramify.api.architecture.BranchDropout(names.orNext(name, "drop"), rate);
        }
    }
}
