package dev.ramify.core.pipeline.spec;

import dev.ramify.api.metric.Metric;
import dev.ramify.api.metric.StudyMetric;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.option.Option;
import dev.ramify.core.pipeline.binding.Chosen;
import dev.ramify.core.pipeline.binding.ChosenBy;
import dev.ramify.core.pipeline.binding.Inline;
import java.util.List;

/** One metric, measured in every network, or of several networks together. */
public record MetricSpec(
        @Option("the metric") @Inline @ChosenBy("metric") Chosen<Metric<?>> metric,
        @Option(
                        value = "names of the recorded layers to measure; empty for all",
                        defaultValue = "[]",
                        example = "[conv1]")
                List<String> layers,
        @Option(
                        value = "size of the sample that says what chance gives",
                        defaultValue = "1999",
                        min = 19,
                        max = 10_000_000)
                int permutations,
        @Option(
                        value =
                                "measure after every epoch, for curves, instead of at the start and the end",
                        defaultValue = "false")
                boolean everyEpoch) {

    public MetricSpec {
        layers = List.copyOf(layers);
        if (everyEpoch && metric.extension() instanceof StudyMetric) {
            throw new InvalidOptionException(
                    "every-epoch",
                    "`%s` compares finished networks, so it has no value after an epoch of one"
                            .formatted(metric.id()));
        }
    }

    /** Tell whether it measures several networks together rather than each. */
    public boolean comparesNetworks() {
        return metric.extension() instanceof StudyMetric;
    }

    /** Tell whether a recorded layer is measured. */
    public boolean measures(String layer) {
        return layers.isEmpty() || layers.contains(layer);
    }
}
