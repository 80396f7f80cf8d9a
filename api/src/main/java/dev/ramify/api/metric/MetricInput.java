package dev.ramify.api.metric;

import dev.ramify.api.random.Seed;
import dev.ramify.api.recording.LayerRecording;
import dev.ramify.api.recording.Recording;
import java.util.Optional;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a metric is computed from.
 *
 * @param recording the whole recording
 * @param layer the layer to measure
 * @param seed the source of randomness, for splits and the like; equal for all metrics of one
 *     network, so that metrics that split the samples alike see the same halves
 * @param network runs the network with units of the layer silenced; null where there are only
 *     arrays
 * @since 0.1
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record MetricInput(
        Recording recording, LayerRecording layer, Seed seed, @Nullable Lesions network) {

    /** Create an input of arrays alone, without a network to run. */
    public MetricInput(Recording recording, LayerRecording layer, Seed seed) {
        this(recording, layer, seed, null);
    }

    /** Return the network that can be lesioned in this layer, where there is one. */
    public Optional<Lesions> lesions() {
        return Optional.ofNullable(network);
    }

    /** Return the same input with another recording and version of the layer. */
    public MetricInput with(Recording otherRecording, LayerRecording otherLayer) {
        return new MetricInput(otherRecording, otherLayer, seed, network);
    }
}
