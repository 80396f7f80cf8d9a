package dev.ramify.core.pipeline.spec;

import dev.ramify.api.option.Option;
import java.util.List;

/** A question that a study is made for. */
public record PrimarySpec(
        @Option(value = "name of a metric of the pipeline", example = "family-information")
                String metric,
        @Option(
                        value = "the layers it is asked of; all that are measured if left out",
                        defaultValue = "[]")
                List<String> layers) {

    public PrimarySpec {
        layers = List.copyOf(layers);
    }
}
