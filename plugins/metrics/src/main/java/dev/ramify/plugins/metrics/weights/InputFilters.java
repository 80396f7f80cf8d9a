package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.plugins.metrics.filter.FilterTrait;
import dev.ramify.plugins.metrics.filter.FilterTraits;
import java.util.List;
import java.util.Optional;

/**
 * The looks of the first-layer filters that give a layer its inputs.
 *
 * @param layer name of the layer of the filters
 * @param colour of every filter
 * @param frequency of every filter
 */
record InputFilters(String layer, FilterTrait colour, FilterTrait frequency) {

    /** Look at the layer right below, if it sees the image and its units are the inputs. */
    static Optional<InputFilters> below(MetricInput input) {
        List<LayerRecording> layers = input.recording().layers();
        long inputs = input.layer().weights().orElseThrow().size(1);
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).layer().equals(input.layer().layer())) {
                return Optional.of(layers.get(i - 1))
                        .filter(below -> below.assignment().units() == inputs)
                        .filter(below -> FilterTraits.exist(input.recording(), below))
                        .map(below -> of(input.recording(), below));
            }
        }
        return Optional.empty();
    }

    private static InputFilters of(Recording recording, LayerRecording below) {
        try {
            FilterTraits traits = FilterTraits.of(recording, below);
            return new InputFilters(below.layer(), traits.colour(), traits.frequency());
        } catch (UndefinedMetricException e) {
            FilterTrait none =
                    new FilterTrait(
                            new double[0],
                            "layer '%s': %s".formatted(below.layer(), e.getMessage()));
            return new InputFilters(below.layer(), none, none);
        }
    }

    /** Compare scores of the inputs with every trait; undefined where filters have none. */
    List<FilterCorrelation> compare(Connections connections, Pattern pattern) {
        double[] sums = connections.inputSums();
        boolean[] connected = new boolean[sums.length];
        for (int each = 0; each < sums.length; each++) {
            connected[each] = sums[each] > 0;
        }
        return List.of(
                FilterCorrelation.of("colour", colour, pattern.inputs(), connected),
                FilterCorrelation.of("frequency", frequency, pattern.inputs(), connected));
    }
}
