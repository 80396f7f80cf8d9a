package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.plugins.metrics.filter.FilterTraits;
import java.util.List;
import java.util.Optional;

/** Compares scores of a layer's inputs with the looks of the first-layer filters below it. */
final class InputFilters {

    private static final String COLOUR = "colour";
    private static final String FREQUENCY = "frequency";

    private InputFilters() {}

    /** Find the layer right below, if it sees the image and its units are the inputs. */
    static Optional<LayerRecording> below(MetricInput input) {
        List<LayerRecording> layers = input.recording().layers();
        long inputs = input.layer().weights().orElseThrow().size(1);
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).layer().equals(input.layer().layer())) {
                return Optional.of(layers.get(i - 1))
                        .filter(below -> below.assignment().units() == inputs)
                        .filter(below -> FilterTraits.exist(input.recording(), below));
            }
        }
        return Optional.empty();
    }

    /** Compare with every trait; undefined where filters have none. */
    static List<FilterCorrelation> compare(
            MetricInput input, LayerRecording below, Connections connections, Pattern pattern) {
        FilterTraits traits;
        try {
            traits = FilterTraits.of(input.recording(), below);
        } catch (UndefinedMetricException e) {
            String reason = "layer '%s': %s".formatted(below.layer(), e.getMessage());
            return List.of(
                    FilterCorrelation.undefined(COLOUR, reason),
                    FilterCorrelation.undefined(FREQUENCY, reason));
        }
        double[] sums = connections.inputSums();
        boolean[] connected = new boolean[sums.length];
        for (int each = 0; each < sums.length; each++) {
            connected[each] = sums[each] > 0;
        }
        return List.of(
                FilterCorrelation.of(COLOUR, traits.colour(), pattern.inputs(), connected),
                FilterCorrelation.of(FREQUENCY, traits.frequency(), pattern.inputs(), connected));
    }
}
