package dev.ramify.plugins.metrics.weights;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.UndefinedMetricException;
import dev.ramify.api.option.InvalidOptionException;
import dev.ramify.api.recording.Assignment;
import dev.ramify.api.recording.LayerRecording;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the inputs of a layer come from.
 *
 * @param layer name of the layer below
 * @param branches names of its branches
 * @param branchOf the branch of every input
 */
record Sources(String layer, List<String> branches, int[] branchOf) {

    /**
     * Find the layer below. Where a map was flattened before a dense layer, each unit gives several
     * inputs in a row.
     *
     * @param name of the layer below, empty for the nearest that fits
     * @throws UndefinedMetricException if no recorded layer fits, or it is not branched
     * @throws InvalidOptionException if the named layer does not exist or fit
     */
    static Sources find(MetricInput input, String name) {
        int inputs = Math.toIntExact(input.layer().weights().orElseThrow().size(1));
        boolean mayBeFlattened = input.layer().weights().orElseThrow().rank() == 2;
        List<LayerRecording> layers = input.recording().layers();
        int own = 0;
        while (!layers.get(own).layer().equals(input.layer().layer())) {
            own++;
        }
        for (int i = own - 1; i >= 0; i--) {
            LayerRecording below = layers.get(i);
            int units = below.assignment().units();
            boolean fits = mayBeFlattened ? inputs % units == 0 : inputs == units;
            if (fits && (name.isEmpty() || below.layer().equals(name))) {
                return of(below, inputs);
            }
        }
        List<String> names = layers.subList(0, own).stream().map(LayerRecording::layer).toList();
        if (!name.isEmpty()) {
            throw new InvalidOptionException(
                    "inputs",
                    "layer '%s' has %d inputs, which are not those of '%s'; recorded below are %s"
                            .formatted(input.layer().layer(), inputs, name, names));
        }
        throw new UndefinedMetricException(
                "layer '%s' has %d inputs per unit, and no recorded layer below gives as many (%s); isolated branches are modular by construction"
                        .formatted(input.layer().layer(), inputs, names));
    }

    private static Sources of(LayerRecording below, int inputs) {
        Assignment assignment = below.assignment();
        long filled = IntStream.of(assignment.sizes()).filter(size -> size > 0).count();
        if (filled < 2) {
            throw new UndefinedMetricException(
                    "the inputs come from layer '%s', which is not branched"
                            .formatted(below.layer()));
        }
        int perUnit = inputs / assignment.units();
        int[] branchOf =
                IntStream.range(0, inputs)
                        .map(each -> assignment.branchOf(each / perUnit))
                        .toArray();
        return new Sources(below.layer(), assignment.branches(), branchOf);
    }
}
