package dev.ramify.core.measure;

import dev.ramify.core.statistics.ConfiguredMetric;
import java.util.List;

/**
 * A metric that somebody chose.
 *
 * @param metric the metric with its options
 * @param layers names of the layers to measure; empty for all
 * @param permutations size of the sample that says what chance gives
 */
public record MetricChoice(ConfiguredMetric<?> metric, List<String> layers, int permutations) {

    public MetricChoice {
        layers = List.copyOf(layers);
    }

    boolean measures(String layer) {
        return layers.isEmpty() || layers.contains(layer);
    }
}
