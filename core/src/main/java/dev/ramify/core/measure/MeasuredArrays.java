package dev.ramify.core.measure;

import dev.ramify.api.metric.MetricInput;
import dev.ramify.api.metric.MetricProfile;
import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import dev.ramify.core.statistics.BranchKinds;
import dev.ramify.core.statistics.LayerContext;
import dev.ramify.core.statistics.UntrainedCopies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What somebody brings to be measured.
 *
 * @param recording of the trained network
 * @param depths how deep layers lie in their branches, by layer; 1 where that is not told
 * @param untrained recordings of the same architecture initialised anew, on the same samples
 */
public record MeasuredArrays(
        Recording recording, Map<String, Integer> depths, List<Recording> untrained)
        implements RecordedNetwork {

    public MeasuredArrays {
        depths = Map.copyOf(depths);
        untrained = List.copyOf(untrained);
    }

    /** Bring a recording alone. */
    public static MeasuredArrays of(Recording recording) {
        return new MeasuredArrays(recording, Map.of(), List.of());
    }

    /** Say everything in which the untrained recordings are not like the trained one. */
    public List<String> mismatches() {
        List<String> found = new ArrayList<>();
        for (int copy = 0; copy < untrained.size(); copy++) {
            for (LayerRecording layer : recording.layers()) {
                String where = "untrained copy %d, layer '%s'".formatted(copy + 1, layer.layer());
                LayerRecording other = untrained.get(copy).layer(layer.layer()).orElse(null);
                if (other == null) {
                    found.add(where + ": it is not there");
                } else if (other.assignment().units() != layer.assignment().units()) {
                    found.add(
                            "%s: it has %d units, the trained one has %d"
                                    .formatted(
                                            where,
                                            other.assignment().units(),
                                            layer.assignment().units()));
                } else if (other.activations().samples() != layer.activations().samples()) {
                    found.add(
                            "%s: it has activations of %d samples, the trained one of %d"
                                    .formatted(
                                            where,
                                            other.activations().samples(),
                                            layer.activations().samples()));
                }
            }
        }
        return found;
    }

    @Override
    public MetricInput input(MetricProfile profile, LayerRecording layer, Seed seed) {
        return new MetricInput(recording, layer, seed);
    }

    @Override
    public LayerContext context(MetricProfile profile, String layer) {
        return new LayerContext(
                BranchKinds.allAlike(),
                depths.getOrDefault(layer, 1),
                untrained.isEmpty() ? UntrainedCopies.NONE : new Given(untrained));
    }

    /** Untrained layers with the samples, classes and divisions of the trained recording. */
    private record Given(List<Recording> recordings) implements UntrainedCopies {

        @Override
        public int count() {
            return recordings.size();
        }

        @Override
        public MetricInput input(MetricInput trained, int copy) {
            Recording whole = trained.recording();
            for (LayerRecording layer : trained.recording().layers()) {
                whole = whole.withLayer(untrained(layer, copy));
            }
            return trained.with(whole, whole.layer(trained.layer().layer()).orElseThrow());
        }

        private LayerRecording untrained(LayerRecording layer, int copy) {
            return recordings
                    .get(copy)
                    .layer(layer.layer())
                    .orElseThrow()
                    .withAssignment(layer.assignment());
        }
    }
}
